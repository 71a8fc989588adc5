import type { Begun } from './texts.js';

/**
 * The Sundanese catalogue, begun: the words of the first screen and of the station's page, in the
 * polite register (lemes, as in public notices). What is missing is said in Indonesian.
 */
export const sundanese: Begun = {
  skip: 'Langsung ka eusi',
  loading: 'Ngamuat angka',
  testMark: 'Data uji',
  navigation: 'Perenah wilayah',
  contests: 'Pamilihan',
  sources: 'Asal data',

  search: 'Milarian wilayah atanapi TPS',
  searchFailed: 'Milarian gagal. Cobian deui.',

  language: 'Basa',
  theme: 'Tampilan',
  themes: { system: 'Otomatis', light: 'Caang', dark: 'Poék' },

  levels: ['Nasional', 'Provinsi', 'Kabupatén/Kota', 'Kacamatan', 'Désa/Kalurahan', 'TPS'],
  levelsOverseas: ['', 'Luar nagri', 'Perwakilan', 'Perwakilan', 'Perwakilan', 'TPS'],
  children: ['Provinsi', 'Kabupatén sareng kota', 'Kacamatan', 'Désa sareng kalurahan', 'TPS'],

  connection: {
    connecting: 'Nyambung',
    live: 'Langsung',
    reconnecting: 'Nyambung deui',
    delayed: 'Telat',
    offline: 'Teu aya sambungan',
    stopped: 'Sambungan dieureunkeun',
  },
  connectionWhy: {
    count: 'Server nuju teu nampi wartos ti pangitungan.',
    behind: 'Server ngintun angka anu langkung lami; anu langkung énggal tetep ditémbongkeun.',
    polling: 'Sambungan langsung pegat; angka dicandak sawatara waktos sakali.',
    stopped: 'Server nutup ieu sambungan. Muat ulang kaca ieu supados nyambung deui.',
  },
  states: {
    waiting: 'Teu acan aya formulir anu lebet',
    waitingMore: 'Angka bakal némbongan sorangan upami TPS kahiji parantos diitung.',
    finished: 'Sadaya TPS parantos diitung',
    finishedMore: 'Ieu tetep sanés hasil resmi.',
    stale: 'Pangitungan teu obah',
    staleQuiet: (time) => `Teu aya formulir énggal anu diitung ti tabuh ${time}.`,
    staleUnheard: (time) => `Server teu nampi wartos ti pangitungan; formulir pamungkas diitung tabuh ${time}.`,
  },
  pause: 'Eureunkeun heula',
  resume: 'Teraskeun',
  paused: 'Eureun heula',
  pausedAt: (time) => `Angka eureun tabuh ${time}; anu pangénggalna ngantosan.`,
  on: 'leres',
  off: 'henteu',
  newVersion: 'Aya vérsi énggal tina kaca ieu.',
  myStation: 'TPS abdi',
  offlineTitle: 'Teu aya sambungan',
  knownUntil: (words, exact) => `angka kauninga ${words}, ${exact}`,
  reload: 'Muat ulang',

  updated: 'Itungan pamungkas',
  position: 'Posisi',
  noneYet: 'Teu acan aya formulir anu lebet',
  changeNote: 'Angka anu aya tanda + atanapi − nyaéta parobahan ti pembaruan saméméhna.',
  corrected: 'dikoréksi',
  correctedMore: 'Jumlahna turun kumargi aya formulir anu dikoréksi, ditahan, atanapi dicabut.',

  standing: 'Kéngingna sora',
  standingNote: 'Runtuyan nurutkeun surat sora. Perséntase tina jumlah sora sadaya pilihan di TPS anu parantos diitung.',
  votes: 'sora',

  coverage: 'Cakupan',
  counted: 'diitung',
  held: 'ditahan',
  expected: 'sadaya TPS',
  progress: (percent) => `${percent} TPS parantos diitung`,
  complete: 'Sadaya TPS parantos diitung',
  heldNote: 'Ditahan: formulir parantos lebet, nanging itungan di jerona teu acan cocog atanapi teu acan dipariksa ku jalma. Teu milu dijumlahkeun.',

  figures: 'Pamilih sareng sora',
  valid: 'Sora sah',
  invalid: 'Sora teu sah',
  registered: 'Pamilih kadaptar (DPT)',
  users: 'Anu nganggo hak pilih',
  turnout: 'Partisipasi',
  fromStations: (count) => `tina ${count} TPS`,

  place: 'Wilayah',
  status: 'Kaayaan',
  tableCounted: 'diitung',
  tableHeld: 'ditahan',
  tableExpected: 'sadaya',
  tableProgress: 'cakupan',
  sortBy: (name) => `Runtuykeun nurutkeun ${name}`,
  ofStations: (counted, expected) => `${counted} tina ${expected} TPS`,

  stationStatus: {
    waiting: 'Ngantosan formulir',
    counted: 'Diitung',
    held: 'Ditahan',
    stored: 'Teu acan aya sora',
    withdrawn: 'Dicabut',
    withheld: 'Teu ditémbongkeun',
    superseded: 'Digentos',
  },

  unknownTitle: 'Tempat ieu teu dipikawanoh',
  toNation: 'Ka angka nasional',
  errorTitle: 'Angka teu acan tiasa dimuat',
  retry: 'Cobian ayeuna',
};
