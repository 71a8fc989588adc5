package id.pantau.api.lite;

/**
 * What the pages of places say. Where the dashboard has the same sentence
 * (frontend/src/model/texts*) it is this one, letter for letter. {@code {}} stands for a figure.
 */
enum Word implements Phrase {
  SITE("Pantau Suara", "Pantau Suara"),
  SKIP("Langsung ke isi", "Skip to content"),
  NAVIGATION("Letak wilayah", "Place"),
  CONTESTS("Pemilihan", "Contests"),
  SOURCES("Asal data", "Data from"),
  OPEN_DATA("Angka yang sama sebagai data terbuka (JSON)", "The same numbers as open data (JSON)"),
  FULL_PAGE("Halaman lengkap yang bergerak langsung", "The full page, which moves live"),
  LITE_PAGE("Halaman ringan tanpa JavaScript", "The plain page without JavaScript"),
  SCRIPT_NEEDED(
      "Halaman ini memerlukan JavaScript; angka yang sama ada di:",
      "This page needs JavaScript; the same numbers are on:"),
  OTHER_LANGUAGE("English", "Bahasa Indonesia"),

  UPDATED("Hitungan terakhir", "Last count"),
  STILL(
      "Halaman ini tidak berubah sendiri; muat ulang untuk angka terbaru.",
      "This page does not change by itself; reload it for newer numbers."),
  POSITION("Posisi", "Position"),
  NONE_YET("Belum ada formulir yang masuk", "No form has come in yet"),
  AT("{} pukul {} WIB", "{}, {} WIB (UTC+7)"),

  STANDING("Perolehan suara", "Votes"),
  STANDING_NOTE(
      "Urutan menurut surat suara. Persentase dari jumlah suara semua pilihan di TPS yang sudah dihitung.",
      "In ballot order. Shares are of the votes for all choices at the stations counted so far."),
  NUMBER("No.", "No."),
  CHOICE("Pilihan", "Choice"),
  VOTES("suara", "votes"),
  SHARE("bagian", "share"),
  LEAD(
      "Selisih antara dua perolehan terbanyak, {} dan {}: {} suara, {} poin persentase.",
      "Between the two largest, {} and {}: {} votes, {} percentage points."),
  LEVEL(
      "Dua perolehan terbanyak, {} dan {}, sama besar.", "The two largest, {} and {}, are equal."),

  COVERAGE("Cakupan", "Coverage"),
  COUNTED("dihitung", "counted"),
  HELD("ditahan", "held"),
  EXPECTED("seluruh TPS", "stations in all"),
  PROGRESS("{} TPS sudah dihitung", "{} of stations counted"),
  COMPLETE("Semua TPS sudah dihitung", "All stations counted"),
  HELD_NOTE(
      "Ditahan: formulir sudah masuk, tetapi hitungan di dalamnya belum cocok atau belum diperiksa orang. Tidak ikut dijumlahkan.",
      "Held: the form is in, but its own figures do not agree or nobody has looked at it yet. Not part of the totals."),

  SENT("Semua seperti dikirim", "Everything as sent"),
  SENT_NOTE(
      "Isi formulir dari {} TPS sebagaimana dikirim, termasuk yang ditahan, tanpa pemeriksaan. Bukan jumlah hitungan.",
      "What the forms of {} stations say as they were sent, held ones included, unchecked. Not a total of the count."),

  FIGURES("Pemilih dan suara", "Voters and votes"),
  FIGURE("Angka", "Figure"),
  SUM("Jumlah", "Sum"),
  FROM("Dari TPS", "From stations"),
  VALID("Suara sah", "Valid votes"),
  INVALID("Suara tidak sah", "Invalid votes"),
  REGISTERED("Pemilih terdaftar (DPT)", "Registered voters (DPT)"),
  USERS("Pengguna hak pilih", "People who voted"),
  TURNOUT("Partisipasi", "Turnout"),
  FIGURES_NOTE(
      "Tiap angka hanya menjumlahkan TPS yang bagian formulirnya terisi dan cocok.",
      "Each figure adds up only the stations whose form fills it in and agrees with itself there."),

  FROM_STATIONS("dari {} TPS", "from {} stations"),

  PLACE("Wilayah", "Place"),
  STATION("TPS", "Station"),
  STATUS("Keadaan", "Status"),
  OF_STATIONS("{} dari {} TPS", "{} of {} stations"),
  NO_CHILDREN(
      "Wilayah ini tidak memiliki TPS dalam data acuan.",
      "This place has no station in the reference data."),
  NO_STATIONS("Tidak ada TPS", "No stations"),
  ROWS("Baris {}–{} dari {}", "Rows {}–{} of {}"),
  PAGES("Halaman", "Pages"),
  PREVIOUS("Sebelumnya", "Previous"),
  NEXT("Berikutnya", "Next"),
  TO_FIRST_PAGE("Angka lengkap wilayah ini di halaman 1", "All numbers of this place on page 1"),

  NOTICES("Pemberitahuan", "Notices"),
  WITHHELD("Angka ditahan dari penayangan", "Numbers are withheld"),
  WITHHELD_BY("oleh {}, sejak {}", "by {}, since {}"),
  WITHHELD_UNTIL("sampai {}", "until {}"),

  UNKNOWN_TITLE("Tempat ini tidak dikenal", "This place is not known"),
  UNKNOWN_MORE(
      "Alamat ini tidak menunjuk wilayah, TPS, atau pemilihan yang ada dalam data acuan.",
      "The address names no area, station or contest of the reference data."),
  TO_NATION("Ke angka nasional", "To the national numbers"),
  ERROR_TITLE("Angka belum bisa dimuat", "The numbers could not be loaded yet"),
  LOADING_MORE(
      "Server baru dinyalakan dan masih membaca hitungan. Coba lagi sebentar lagi.",
      "The server has just started and is still reading the count. Try again in a moment."),

  LEVEL_0("Nasional", "Nation"),
  LEVEL_1("Provinsi", "Province"),
  LEVEL_2("Kabupaten/Kota", "Regency or city"),
  LEVEL_3("Kecamatan", "District"),
  LEVEL_4("Desa/Kelurahan", "Village"),
  ABROAD_1("Luar negeri", "Overseas"),
  ABROAD_2("Perwakilan", "Mission"),
  CHILDREN_0("Provinsi", "Provinces"),
  CHILDREN_1("Kabupaten dan kota", "Regencies and cities"),
  CHILDREN_2("Kecamatan", "Districts"),
  CHILDREN_3("Desa dan kelurahan", "Villages"),
  CHILDREN_4("TPS", "Polling stations"),
  CHILDREN_ABROAD("Perwakilan", "Missions");

  private final String id;
  private final String en;

  Word(String id, String en) {
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
