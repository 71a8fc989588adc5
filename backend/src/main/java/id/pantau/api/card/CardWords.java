package id.pantau.api.card;

import java.util.List;

/**
 * The sentences and number formats of a card in one language; the words are the pages'.
 *
 * @param grouping stands between thousands
 * @param decimal stands before the fraction
 * @param percentGap stands before the percent sign
 * @param timeSeparator stands between hours, minutes and seconds
 * @param progress follows the percentage of stations counted
 */
record CardWords(
    String language,
    char grouping,
    char decimal,
    String percentGap,
    char timeSeparator,
    List<String> months,
    List<String> levels,
    List<String> levelsOverseas,
    String lastCount,
    String asOf,
    String position,
    String counted,
    String held,
    String expected,
    String progress,
    String complete,
    String noStations,
    String noneYet,
    String testData,
    String scan,
    String scanPage,
    String withheld,
    String withheldBy,
    String withheldUntil) {
  static final CardWords INDONESIAN =
      new CardWords(
          "id",
          '.',
          ',',
          "\u00a0",
          '.',
          List.of(
              "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
          List.of("Nasional", "Provinsi", "Kabupaten/Kota", "Kecamatan", "Desa/Kelurahan"),
          List.of("", "Luar negeri", "Perwakilan", "Perwakilan", "Perwakilan"),
          "Hitungan terakhir",
          "Keadaan pada",
          "Posisi",
          "dihitung",
          "ditahan",
          "seluruh TPS",
          "TPS sudah dihitung",
          "Semua TPS sudah dihitung",
          "Tidak ada TPS",
          "Belum ada formulir yang masuk",
          "Data uji",
          "Pindai untuk membuka angka ini",
          "Pindai untuk membuka halamannya",
          "Angka wilayah ini sedang tidak ditampilkan",
          "Diputuskan oleh",
          "Berlaku sampai");

  static final CardWords ENGLISH =
      new CardWords(
          "en",
          ',',
          '.',
          "",
          ':',
          List.of(
              "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
          List.of("Nation", "Province", "Regency or city", "District", "Village"),
          List.of("", "Overseas", "Mission", "Mission", "Mission"),
          "Last count",
          "Standing at",
          "Position",
          "counted",
          "held",
          "stations in all",
          "of stations counted",
          "All stations counted",
          "No stations",
          "No form has come in yet",
          "Test data",
          "Scan to open these numbers",
          "Scan to open the page",
          "The numbers of this place are withheld for now",
          "Decided by",
          "Until");

  /** The words of a language; Indonesian where there are none. */
  static CardWords of(String language) {
    return language.equals("en") ? ENGLISH : INDONESIAN;
  }
}
