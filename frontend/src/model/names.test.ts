import { expect, test } from 'vitest';
import { pairOf, readable } from './names.js';

test.each([
  ['KOTA ADM. JAKARTA PUSAT', 'Kota Adm. Jakarta Pusat'],
  ['DKI JAKARTA', 'DKI Jakarta'],
  ['P A P U A', 'Papua'],
  ['SIHARE\'O III', "Sihare'o III"],
  ["PA' MILAU", "Pa' Milau"],
  ['LB. GELANGGANG', 'Lb. Gelanggang'],
  ['LAWE PETANDUK-II', 'Lawe Petanduk-II'],
  ['WARI/TAIYEVE', 'Wari/Taiyeve'],
  ['U. BUNGKOK', 'U. Bungkok'],
  ['Abu Dhabi, Uni Emirat Arab', 'Abu Dhabi, Uni Emirat Arab'],
  ['H. ANIES RASYID BASWEDAN, Ph.D.', 'H. Anies Rasyid Baswedan, Ph.D.'],
  ['H. GANJAR PRANOWO, S.H., M.I.P.', 'H. Ganjar Pranowo, S.H., M.I.P.'],
  ['Prof. Dr. H. M. MAHFUD MD', 'Prof. Dr. H. M. Mahfud MD'],
  ['TPS 12', 'TPS 12'],
  ['KSK 3', 'KSK 3'],
])('readable_%s_is_%s', (name, shown) => {
  expect(readable(name)).toBe(shown);
});

test('pairOf_aPair_isTwoPersons', () => {
  expect(pairOf('H. PRABOWO SUBIANTO - GIBRAN RAKABUMING RAKA')).toEqual([
    'H. Prabowo Subianto',
    'Gibran Rakabuming Raka',
  ]);
});

test('pairOf_aParty_isOne', () => {
  expect(pairOf('PARTAI CONTOH')).toEqual(['Partai Contoh']);
});
