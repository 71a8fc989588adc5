package id.pantau.api.lite;

/** A page that says why there are no numbers. */
final class MessagePage {
  private MessagePage() {}

  /** What is answered with 404. */
  static String unknown(Shell shell) {
    return page(shell, Word.UNKNOWN_TITLE, Word.UNKNOWN_MORE);
  }

  /** What is answered with 503. */
  static String loading(Shell shell) {
    return page(shell, Word.ERROR_TITLE, Word.LOADING_MORE);
  }

  private static String page(Shell shell, Word title, Word more) {
    Words words = shell.words();
    shell.begin(words.say(title), words.say(more), links -> "/lite" + links.language().query('?'));
    shell.html.raw("<main id=\"isi\"><h1>").text(words.say(title)).raw("</h1>");
    shell.html.paragraph(words.say(more)).raw("<p>");
    shell.html.link(shell.home(), words.say(Word.TO_NATION)).raw("</p>");
    return shell.end();
  }
}
