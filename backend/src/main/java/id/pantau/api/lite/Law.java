package id.pantau.api.lite;

/** What a finding says to a reader, by the code of its rule. */
enum Law implements Phrase {
  LAW_T00(
      "Jumlah suara sah atau jumlah seluruh suara tidak terbaca.",
      "The number of valid votes or of all votes could not be read."),
  LAW_T01(
      "Jumlah suara sah tidak sama dengan penjumlahan suara semua pilihan.",
      "Valid votes differ from the sum of the votes for all choices."),
  LAW_T02(
      "Jumlah seluruh suara tidak sama dengan suara sah ditambah suara tidak sah.",
      "All votes differ from valid plus invalid votes."),
  LAW_T04(
      "Suara semua pilihan lebih banyak daripada pengguna hak pilih.",
      "There are more votes than people who voted."),
  LAW_T06(
      "Jumlah suara melebihi surat suara yang tersedia di TPS.",
      "There are more votes than ballot papers at the station."),
  LAW_T07(
      "Foto formulir ini sudah dipakai untuk TPS atau pemilihan lain.",
      "This photo of the form was used for another station or contest."),
  LAW_A01(
      "Jumlah seluruh suara, pengguna hak pilih, dan surat suara yang digunakan tidak sama.",
      "All votes, people who voted and ballot papers used are not the same."),
  LAW_A02(
      "Jumlah pengguna hak pilih tidak sama dengan DPT + DPTb + DPK.",
      "People who voted differ from DPT + DPTb + DPK."),
  LAW_A03(
      "Pengguna hak pilih dalam DPT lebih banyak daripada pemilih yang terdaftar.",
      "More people on the list voted than are on the list."),
  LAW_A04("Jumlah tidak sama dengan laki-laki + perempuan.", "The sum differs from male + female."),
  LAW_A05(
      "Surat suara diterima tidak sama dengan yang digunakan, dikembalikan, dan sisa.",
      "Ballot papers received differ from used, returned and unused together."),
  LAW_A06(
      "Pemilih terdaftar berbeda dari data acuan atau melebihi batas satu TPS.",
      "Registered voters differ from the reference data or exceed the limit of a station."),
  LAW_W01(
      "Bagian administrasi tidak terisi atau tidak terbaca.",
      "The administrative section is empty or could not be read."),
  LAW_W02("Semua suara sah tertuju pada satu pilihan.", "All valid votes are for one choice."),
  LAW_W03("Partisipasi di luar kisaran yang lazim.", "Turnout is outside the usual range."),
  LAW_W04("Bagian suara tidak sah tinggi.", "The share of invalid votes is high."),
  LAW_X01(
      "Jumlah pengguna hak pilih berbeda dari pemilihan lain di TPS yang sama.",
      "The number of people who voted differs from another contest at this station.");

  private final String id;
  private final String en;

  Law(String id, String en) {
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
