package id.pantau.intake;

import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Submission;
import java.util.List;

/** One form of a request before it meets the count. */
sealed interface Judged {
  /** Its line in the request, from 1. */
  int line();

  /** No rule refused it: it goes to the count. */
  record Sound(int line, Submission submission) implements Judged {}

  /** A rule refused it. */
  record Refused(int line, Form form, List<Finding> findings) implements Judged {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /** It is no form. */
  record Broken(int line, Malformed malformed) implements Judged {}
}
