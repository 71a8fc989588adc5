package id.pantau.intake;

import id.pantau.model.Answer;
import id.pantau.model.Answer.Status;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.model.Verdict;
import id.pantau.platform.Counting;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A count in memory that keeps the contract: the newest revision of each station, and what became
 * of each form. It stands in for Redis where the door is tested and not the count.
 */
final class MemoryCounting implements Counting {
  private final Map<String, Form> newest = new HashMap<>();
  private final List<List<Submission>> calls = new ArrayList<>();
  private long revision;
  private @Nullable Function<List<Submission>, Future<List<Answer>>> instead;

  @Override
  public synchronized Future<List<Answer>> count(List<Submission> forms) {
    calls.add(forms);
    if (instead != null) {
      return instead.apply(forms);
    }
    revision++;
    return Future.succeededFuture(forms.stream().map(this::one).toList());
  }

  /** From now on answers so; null: counts again. */
  synchronized void answer(@Nullable Function<List<Submission>, Future<List<Answer>>> with) {
    instead = with;
  }

  /** What it was called with, oldest first. */
  synchronized List<List<Submission>> calls() {
    return List.copyOf(calls);
  }

  /** The one form it was called with last. */
  synchronized Submission last() {
    List<Submission> forms = calls.get(calls.size() - 1);
    return forms.get(forms.size() - 1);
  }

  private Answer one(Submission submission) {
    Form form = submission.form();
    String place = form.contest() + "/" + form.station();
    Form before = newest.get(place);
    if (before != null && before.revision() >= form.revision()) {
      if (before.equals(form)) {
        return new Answer(Status.DUPLICATE, List.of(), new Position(1, revision), null, null);
      }
      Status status = before.revision() == form.revision() ? Status.CONFLICT : Status.STALE;
      String hash = String.format("%016x", before.hashCode());
      return new Answer(status, List.of(), null, before.revision(), hash);
    }
    newest.put(place, form);
    Verdict verdict = submission.verdict();
    Status status =
        switch (verdict.outcome()) {
          case COUNTED -> Status.COUNTED;
          case HELD -> Status.HELD;
          case STORED -> Status.STORED;
          case REFUSED -> throw new AssertionError("a refused form reached the count");
        };
    return new Answer(status, verdict.findings(), new Position(1, revision), null, null);
  }
}
