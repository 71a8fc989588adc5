package id.pantau.api.lite;

/** The way from a page that needs script to the plain page of the same place. */
public final class PlainLink {
  private PlainLink() {}

  /** What the plain page is called. */
  public static String name(Language language) {
    return Word.LITE_PAGE.in(language);
  }

  /** A sentence with the link, for a reader whose browser runs no script. */
  public static String of(Language language, String address) {
    Html html = new Html();
    html.text(Word.SCRIPT_NEEDED.in(language) + " ").link(address, name(language));
    return html.raw(".").toString();
  }
}
