import type { Begun } from './texts.js';

/**
 * The Javanese catalogue, begun: the words of the first screen and of the station's page, in the
 * polite everyday register (ngoko alus). What is missing is said in Indonesian.
 */
export const javanese: Begun = {
  skip: 'Langsung menyang isi',
  loading: 'Ngemot angka',
  testMark: 'Data uji',
  navigation: 'Panggonan wilayah',
  contests: 'Pemilihan',
  sources: 'Asal data',

  search: 'Goleki wilayah utawa TPS',
  searchFailed: 'Anggone nggoleki gagal. Coba maneh.',

  language: 'Basa',
  theme: 'Tampilan',
  themes: { system: 'Otomatis', light: 'Padhang', dark: 'Peteng' },

  levels: ['Nasional', 'Provinsi', 'Kabupaten/Kutha', 'Kecamatan', 'Desa/Kelurahan', 'TPS'],
  levelsOverseas: ['', 'Luar negeri', 'Perwakilan', 'Perwakilan', 'Perwakilan', 'TPS'],
  children: ['Provinsi', 'Kabupaten lan kutha', 'Kecamatan', 'Desa lan kelurahan', 'TPS'],

  connection: {
    connecting: 'Nyambung',
    live: 'Langsung',
    reconnecting: 'Nyambung maneh',
    delayed: 'Telat',
    offline: 'Tanpa sambungan',
    stopped: 'Sambungan dipedhot',
  },
  connectionWhy: {
    count: 'Server lagi ora nampa kabar saka pangitungan.',
    behind: 'Server ngirim angka sing luwih lawas; sing luwih anyar tetep ditampilake.',
    polling: 'Sambungan langsung pedhot; angka dijupuk sawetara wektu sepisan.',
    stopped: 'Server nutup sambungan iki. Muat ulang kaca iki supaya nyambung maneh.',
  },
  states: {
    waiting: 'Durung ana formulir sing mlebu',
    waitingMore: 'Angka bakal katon dhewe yen TPS kapisan wis diitung.',
    finished: 'Kabeh TPS wis diitung',
    finishedMore: 'Iki tetep dudu asil resmi.',
    stale: 'Pangitungan ora obah',
    staleQuiet: (time) => `Ora ana formulir anyar sing diitung wiwit jam ${time}.`,
    staleUnheard: (time) => `Server ora nampa kabar saka pangitungan; formulir pungkasan diitung jam ${time}.`,
  },
  pause: 'Lerenake angka',
  resume: 'Terusake',
  paused: 'Leren',
  pausedAt: (time) => `Angka leren jam ${time}; sing paling anyar ngenteni.`,
  on: 'ya',
  off: 'ora',
  newVersion: 'Ana versi anyar saka kaca iki.',
  myStation: 'TPS-ku',
  offlineTitle: 'Ora ana sambungan',
  knownUntil: (words, exact) => `angka dingerteni ${words}, ${exact}`,
  reload: 'Muat ulang',

  updated: 'Itungan pungkasan',
  position: 'Posisi',
  noneYet: 'Durung ana formulir sing mlebu',
  changeNote: 'Angka sing ana tandha + utawa − iku owah-owahan wiwit nganyari sadurunge.',
  corrected: 'dikoreksi',
  correctedMore: 'Gunggunge mudhun amarga ana formulir sing dikoreksi, ditahan, utawa ditarik.',

  standing: 'Pikolehe swara',
  standingNote: 'Urutan miturut layang swara. Persentase saka gunggung swara kabeh pilihan ing TPS sing wis diitung.',
  votes: 'swara',

  coverage: 'Cakupan',
  counted: 'diitung',
  held: 'ditahan',
  expected: 'kabeh TPS',
  progress: (percent) => `${percent} TPS wis diitung`,
  complete: 'Kabeh TPS wis diitung',
  heldNote: 'Ditahan: formulir wis mlebu, nanging itungan ing njerone durung cocog utawa durung dipriksa wong. Ora melu digunggung.',

  figures: 'Pamilih lan swara',
  valid: 'Swara sah',
  invalid: 'Swara ora sah',
  registered: 'Pamilih kadhaptar (DPT)',
  users: 'Sing nggunakake hak pilih',
  turnout: 'Partisipasi',
  fromStations: (count) => `saka ${count} TPS`,

  place: 'Wilayah',
  status: 'Kahanan',
  tableCounted: 'diitung',
  tableHeld: 'ditahan',
  tableExpected: 'kabeh',
  tableProgress: 'cakupan',
  sortBy: (name) => `Urutake miturut ${name}`,
  ofStations: (counted, expected) => `${counted} saka ${expected} TPS`,

  stationStatus: {
    waiting: 'Ngenteni formulir',
    counted: 'Diitung',
    held: 'Ditahan',
    stored: 'Durung ana swara',
    withdrawn: 'Ditarik',
    withheld: 'Ora ditampilake',
    superseded: 'Diganti',
  },

  unknownTitle: 'Panggonan iki ora dikenal',
  toNation: 'Menyang angka nasional',
  errorTitle: 'Angka durung bisa dimuat',
  retry: 'Coba saiki',
};
