package id.pantau.api.developers;

import id.pantau.api.lite.Language;

/** The page's own words. */
enum Phrases {
  TITLE("Untuk pengembang", "For developers"),
  LEAD(
      "Angka hitungan ini, untuk program Anda: hasil, saluran langsung, widget, dan data terbuka.",
      "The numbers of this count for your programs: results, the live channel, widgets, open data."),
  TEST("Data uji", "Test data"),
  SECTIONS("Isi", "Contents"),
  DOCUMENTS("Kontrak untuk program", "Contracts for programs"),
  REQUIRED("wajib", "required"),
  ASK("Permintaan", "Request"),
  ANSWER("Jawaban", "Answer"),
  TRY("Coba", "Try"),
  TRYING("Menunggu jawaban…", "Waiting for the answer…"),
  TRIED("Jawaban situs ini sekarang", "This site's answer now"),
  FAILED(
      "Tidak ada jawaban. Periksa jaringan, lalu coba lagi.",
      "No answer. Check the network and try again."),
  COPY("Salin", "Copy"),
  COPIED("Tersalin", "Copied"),
  OTHER("English", "Bahasa Indonesia");

  private final String indonesian;
  private final String english;

  Phrases(String indonesian, String english) {
    this.indonesian = indonesian;
    this.english = english;
  }

  String in(Language language) {
    return language == Language.ID ? indonesian : english;
  }
}
