import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { java, program } from './node.js';
import { expect } from './test.js';

/** A person of the command centre; a code opens once, so each signs in once in a test. */
export interface Person {
  readonly id: string;
  readonly password: string;
  readonly secret: string;
}

async function keygen(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(java(), [...program(), 'keygen', ...args])).stdout;
}

/** Makes a person in a node's data folder, before the node starts. */
export async function person(id: string, roles: string, data: string): Promise<Person> {
  const said = await keygen('operator', '--id', id, '--name', `${id} S.`, '--roles', roles, '--data', data);
  const of = (key: string) => new RegExp(`^${key}\\s+(\\S+)$`, 'm').exec(said)?.[1] ?? '';
  return { id, password: of('password'), secret: of('secret') };
}

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits that the person's authenticator shows now: RFC 6238 as every authenticator has it. */
export function code({ secret }: Person): string {
  const bits = Array.from(secret, (letter) => BASE_32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const from = mac.readUInt8(mac.length - 1) % 16;
  return String((mac.readUInt32BE(from) % 2 ** 31) % 1_000_000).padStart(6, '0');
}

/** What the jar says that it is, for who has no authenticator at hand. */
export async function saidCode({ secret }: Person): Promise<string> {
  return (await keygen('code', '--secret', secret)).trim();
}

/** Fills the sign-in and sends it; what comes of it is the caller's to expect. */
export async function knock(page: Page, { id, password }: Person, digits: string): Promise<void> {
  await page.locator('vaadin-text-field[name="name"] input').fill(id);
  await page.locator('vaadin-password-field[name="password"] input').fill(password);
  await page.locator('vaadin-text-field[name="code"] input').fill(digits);
  await page.getByRole('button', { name: 'Masuk' }).click();
}

/** Opens an address of the command centre, signs in, and is at that address. */
export async function signIn(page: Page, address: string, who: Person): Promise<void> {
  await page.goto(address);
  await knock(page, who, code(who));
  await expect(page.locator('pantau-command .who strong')).toHaveText(`${who.id} S.`);
}

/** Chooses a place in a field that finds by name or code. */
export async function choosePlace(page: Page, code: string): Promise<void> {
  const field = page.locator('pantau-place-field');
  await field.getByRole('combobox').fill(code);
  await field.getByRole('option').filter({ hasText: code }).first().click();
  await expect(field.getByRole('listitem')).toContainText(code);
}
