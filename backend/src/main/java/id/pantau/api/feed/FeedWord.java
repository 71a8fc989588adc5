package id.pantau.api.feed;

import id.pantau.api.lite.Language;

/** What a feed says in both languages; a {@code %s} stands for a name or a figure. */
enum FeedWord {
  TITLE("%s, %s: perubahan", "%s, %s: changes"),
  VOTES("%s. %s: %s suara", "%s. %s: %s votes"),
  HELD("Ditahan: %s TPS", "Held: %s stations"),
  FEWER("%s: suara berkurang", "%s: fewer votes"),
  STATUS("%s; sebelumnya: %s", "%s; before: %s"),
  WITHHELD("%s: angka ditahan dari penayangan", "%s: numbers are withheld"),
  NOTICE("%s: pemberitahuan", "%s: notice"),
  OFFICE("%s, sejak %s", "%s, since %s"),
  UNTIL("sampai %s", "until %s"),
  ENDED("berakhir %s", "ended %s");

  private final String id;
  private final String en;

  FeedWord(String id, String en) {
    this.id = id;
    this.en = en;
  }

  String in(Language language, String... parts) {
    return String.format(language == Language.EN ? en : id, (Object[]) parts);
  }
}
