package id.pantau.intake;

import id.pantau.model.Code;
import org.jspecify.annotations.Nullable;

/**
 * Text that is not a form: the field and what is wrong with it, one sentence together. Where the
 * trouble is a number out of range it bears R05, as if a rule had seen it.
 */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int FIELD_CHARS_MAX = 64;

  private final String field;
  private final String trouble;
  private final @Nullable Code code;

  /**
   * @param field path on the wire, {@code votes.100025}; empty for the text as a whole
   * @param trouble the sentence without its subject, {@code is not an integer}
   */
  Malformed(String field, String trouble, @Nullable Code code) {
    super(trouble, null, false, false);
    this.field = shown(field);
    this.trouble = trouble;
    this.code = code;
  }

  Malformed(String field, String trouble) {
    this(field, trouble, null);
  }

  /** A stranger's field name, cut and made harmless; ours are short and plain. */
  private static String shown(String field) {
    String plain = field.replaceAll("[^ -~]", "?");
    return plain.length() <= FIELD_CHARS_MAX ? plain : plain.substring(0, FIELD_CHARS_MAX) + "...";
  }

  String field() {
    return field;
  }

  @Nullable Code code() {
    return code;
  }

  /** The whole sentence. */
  String sentence() {
    return (field.isEmpty() ? "the form" : field) + " " + trouble;
  }
}
