package id.pantau.api.lite;

/** What the page of a station says: states, methods, reasons, the rows of the paper. */
enum FormWord implements Phrase {
  STATUS_WAITING("Menunggu formulir", "Waiting for a form"),
  STATUS_COUNTED("Dihitung", "Counted"),
  STATUS_HELD("Ditahan", "Held"),
  STATUS_STORED("Belum ada suara", "No votes yet"),
  STATUS_WITHDRAWN("Ditarik", "Withdrawn"),
  STATUS_WITHHELD("Tidak ditampilkan", "Not shown"),
  STATUS_SUPERSEDED("Diganti", "Replaced"),
  MORE_WAITING(
      "Belum ada formulir dari TPS ini untuk pemilihan ini.",
      "No form of this contest has come in from this station."),
  MORE_COUNTED("Angka di bawah ini ikut dijumlahkan.", "The numbers below are part of the totals."),
  MORE_HELD(
      "Formulir sudah masuk dan terbuka untuk dilihat, tetapi belum ikut dijumlahkan sampai diperiksa orang.",
      "The form is in and open to everyone, but not part of the totals until a person has looked at it."),
  MORE_STORED(
      "Baru bagian administrasi yang masuk. Perolehan suara belum ada, jadi belum ada yang dijumlahkan.",
      "Only the administrative section has come in. There are no votes yet, so nothing is added up."),
  MORE_WITHDRAWN(
      "Angka TPS ini ditarik dan tidak ikut dijumlahkan. Riwayatnya tetap terlihat di bawah.",
      "This station's numbers were withdrawn and are not part of the totals. Their history stays below."),
  MORE_WITHHELD(
      "Angka TPS ini sedang tidak ditampilkan karena sebuah keputusan, yang tertulis di bawah.",
      "This station's numbers are not shown at the moment because of a decision, which stands below."),
  METHOD_MACHINE(
      "dibaca perangkat lunak, belum diperiksa orang",
      "read by software, not yet checked by a person"),
  METHOD_SINGLE("diperiksa satu orang", "checked by one person"),
  METHOD_DOUBLE("dua pemasukan data yang cocok", "two entries that agree"),
  REASON_NEW("Formulir baru", "New form"),
  REASON_TRANSCRIPTION_CORRECTION("Koreksi penyalinan", "Correction of the transcription"),
  REASON_RECAPITULATION_CORRECTION("Koreksi rekapitulasi", "Correction of the recapitulation"),
  REASON_WITHDRAWN("Penarikan", "Withdrawal"),
  REASON_RESTORED("Dipulihkan", "Restored"),
  REASON_DECISION("Keputusan petugas", "Operator's decision"),

  FORM("Isi formulir C.Hasil", "The C.Hasil form"),
  FORM_OF("Revisi {}", "Revision {}"),
  SECTION_REGISTERED("Data pemilih", "Voters"),
  SECTION_USERS("Pengguna hak pilih", "People who voted"),
  SECTION_BALLOTS("Penggunaan surat suara", "Ballot papers"),
  SECTION_DISABLED("Pemilih disabilitas", "Voters with disabilities"),
  SECTION_VOTES("Perolehan suara", "Votes"),
  SECTION_VALIDITY("Suara sah dan tidak sah", "Valid and invalid votes"),
  NOT_CARRIED(
      "Bagian ini tidak disalin ke dalam data.", "This section is not transcribed into the data."),
  MALE("L", "M"),
  FEMALE("P", "F"),
  ALL("Jumlah", "All"),
  MALE_LONG("laki-laki", "male"),
  FEMALE_LONG("perempuan", "female"),
  PAPER_REGISTERED("Pemilih dalam DPT", "On the voters list (DPT)"),
  PAPER_USERS_DPT("dalam DPT", "on the list (DPT)"),
  PAPER_USERS_DPTB("dalam DPTb (pindahan)", "moved in (DPTb)"),
  PAPER_USERS_DPK("dalam DPK (dengan KTP)", "by ID card (DPK)"),
  PAPER_USERS_ALL("Jumlah pengguna hak pilih", "All who voted"),
  PAPER_BALLOTS_RECEIVED("diterima, termasuk cadangan", "received, reserve included"),
  PAPER_BALLOTS_USED("digunakan", "used"),
  PAPER_BALLOTS_RETURNED("dikembalikan karena rusak atau keliru", "returned, spoiled"),
  PAPER_BALLOTS_UNUSED("tidak digunakan", "unused"),
  PAPER_VALID("Jumlah suara sah", "Valid votes"),
  PAPER_INVALID("Jumlah suara tidak sah", "Invalid votes"),
  PAPER_TOTAL("Jumlah suara sah dan tidak sah", "Valid and invalid votes"),
  ABSENT("tidak tertulis", "not written"),
  FINDINGS("Catatan pemeriksaan", "What the checks say"),
  NO_FINDINGS("Semua pemeriksaan cocok.", "All checks agree."),

  IMAGES("Foto formulir", "Photos of the form"),
  IMAGES_NOTE(
      "Foto tidak disimpan di sini, jadi tidak ditampilkan. Alamat dan sidik jarinya tercantum apa adanya.",
      "The photos are not kept here, so they are not shown. Address and fingerprint stand as they were sent."),
  NO_IMAGES("Tidak ada foto yang disebut dalam formulir ini.", "This form names no photos."),
  PAGE("Halaman {}", "Page {}"),
  PHOTO_ABSENT("Foto tidak tersimpan", "Photo not kept"),
  PHOTO_STORED("Foto tersimpan di sini", "Photo kept here"),
  NO_HASH("tanpa sidik jari", "no fingerprint"),
  MORE_IN_DATA("{} lagi ada dalam data terbuka (JSON).", "{} more are in the open data (JSON)."),

  REVISIONS("Riwayat revisi", "Revisions"),
  GENERATION("pemungutan ke-{}", "poll no. {}"),
  WAS("sebelumnya {}", "before: {}"),
  CHANGED_FROM("Yang berubah", "What changed"),
  NOTHING_CHANGED("Tidak ada angka yang berubah.", "No number changed."),
  FIRST_FORM("Formulir pertama dari TPS ini.", "The first form of this station."),
  RECORDED("dicatat", "recorded"),
  RECEIVED("diterima", "received"),
  COUNTED_AT("dihitung", "counted"),
  BY("oleh", "by"),
  CITES("merujuk", "cites"),
  OVERRIDES("mengesampingkan", "overrides"),
  SUBMITTER("pengirim", "submitter");

  private final String id;
  private final String en;

  FormWord(String id, String en) {
    this.id = id;
    this.en = en;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String en() {
    return en;
  }
}
