package id.pantau.count;

import id.pantau.model.Answer;
import id.pantau.platform.Counting.Busy;
import io.vertx.core.Promise;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answers to the forms of one request, as they come in. Count's context only. */
final class Tally {
  private final @Nullable Answer[] answers;
  private final Promise<List<Answer>> done;
  private @Nullable Busy failure;
  private int missing;

  Tally(int forms, Promise<List<Answer>> done) {
    this.answers = new Answer[forms];
    this.missing = forms;
    this.done = done;
  }

  void answer(int form, Answer answer) {
    answers[form] = answer;
    arrived();
  }

  /** This form was not acknowledged: the whole request will be told to come again. */
  void busy(Busy why) {
    failure = why;
    arrived();
  }

  private void arrived() {
    if (--missing > 0) {
      return;
    }
    Busy why = failure;
    if (why != null) {
      done.fail(why);
    } else {
      done.complete(Arrays.stream(answers).map(Objects::requireNonNull).toList());
    }
  }
}
