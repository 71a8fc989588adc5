package id.pantau.intake;

import id.pantau.model.Answer;
import id.pantau.model.Code;
import id.pantau.model.Finding;
import java.util.List;

/** The HTTP status of each outcome of a single form; docs/wire-protocol.md §6. */
final class Statuses {
  static final int MALFORMED = 400;

  private Statuses() {}

  static int of(Answer answer) {
    return switch (answer.status()) {
      case COUNTED, STORED -> 201;
      case HELD -> 202;
      case DUPLICATE -> 200;
      case STALE, CONFLICT -> 409;
      case REFUSED -> isForeign(answer.findings()) ? 403 : 422;
    };
  }

  /** The problem's word for an outcome that is an error. */
  static String problem(Answer answer) {
    return of(answer) == 403 ? "forbidden" : answer.status().wire();
  }

  /** True where the key may not speak for the form, whatever else is wrong with it. */
  private static boolean isForeign(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.code() == Code.R09);
  }
}
