/** The sentences of the webhooks' screen, in Indonesian. */
export const webhooksIndonesian = {
  label: 'Nama', url: 'Alamat (https)', contests: 'Pemilihan', nation: 'Seluruh negeri', places: 'Wilayah lain', actsToo: 'Juga tindakan umum: penahanan dan pengumuman',
  newOne: 'Webhook baru', make: 'Daftarkan', missing: (field: string) => `Isi dahulu: ${field}.`, told: 'Yang dikabarkan',
  count: (topics: string, most: string) => `Topik: ${topics}, paling banyak ${most}`,
  secret: (label: string) => `Rahasia ${label} hanya tampil sekali. Simpan sekarang di penerimanya: dengan ini ia memeriksa tanda tangan.`,
  test: 'Uji sekarang', pause: 'Jeda', resume: 'Lanjutkan', rotate: 'Ganti rahasia', remove: 'Hapus',
  sure: {
    rotate: (label: string) => `Pesan kepada ${label} ditandatangani dengan kedua rahasia untuk sementara, lalu hanya dengan yang baru. Lanjutkan?`,
    remove: (label: string) => `${label} tidak dikabari lagi, dan rahasianya hilang. Lanjutkan?`,
  },
  done: {
    test: (label: string) => `Ping dikirim kepada ${label}. Jawabannya tampil di bawah.`, pause: (label: string) => `${label} dijeda.`,
    resume: (label: string) => `${label} dilanjutkan.`, remove: (label: string) => `${label} dihapus.`,
  },
  states: { waiting: 'menunggu jawaban ping pertama', working: 'bekerja', failing: 'gagal', paused: 'dijeda', disabled: 'dimatikan' },
  since: (at: string) => `sejak ${at}`, gone: 'penerima menjawab 410: ia tidak mau lagi', failed: 'terlalu lama gagal',
  next: (left: string) => `dicoba lagi dalam ${left}`,
  topics: 'Topik', acts: 'Tindakan umum', more: (count: string) => `dan ${count} lagi`, last: 'Jawaban terakhir', none: 'belum ada', delivered: 'Terkirim', pending: 'Menunggu', ago: (age: string) => `${age} lalu`,
  types: { 'id.pantau.ping': 'ping', 'id.pantau.result.changed': 'hasil', 'id.pantau.act': 'tindakan' } as Readonly<Record<string, string>>,
  outcomes: {
    delivered: 'diterima', gone: 'tidak mau lagi', status: 'tidak diterima', timeout: 'tidak menjawab pada waktunya', address: 'nama atau alamatnya tidak boleh dihubungi',
    tls: 'sertifikatnya tidak sah', unreachable: 'tidak dapat dihubungi',
  } as Readonly<Record<string, string>>,
  oldSecret: (until: string) => `Rahasia lama juga menandatangani sampai ${until}.`,
  empty: 'Belum ada webhook.', node: (node: string) => `Simpul ${node} menyimpan dan mengirimnya. Hitungan sejak simpul ini hidup.`,
};
