package id.pantau.rules;

import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Users;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every number that was read from the paper, with its field's name on the wire. */
final class Numbers {
  private Numbers() {}

  /** Takes one number that is present. */
  interface Taker {
    void take(String field, int value);
  }

  /** Visits the present numbers in the order of the wire; revision and generation are not read. */
  static void forEach(Form form, Taker taker) {
    for (Map.Entry<String, Integer> vote : form.votes().entrySet()) {
      taker.take("votes." + vote.getKey(), vote.getValue());
    }
    take("valid", form.valid(), taker);
    take("invalid", form.invalid(), taker);
    take("total", form.total(), taker);
    row("registered", form.registered(), taker);
    Users users = form.users();
    row("users.dpt", users.dpt(), taker);
    row("users.dptb", users.dptb(), taker);
    row("users.dpk", users.dpk(), taker);
    row("users.all", users.all(), taker);
    take("ballots.received", form.ballots().received(), taker);
    take("ballots.used", form.ballots().used(), taker);
    take("ballots.returned", form.ballots().returned(), taker);
    take("ballots.unused", form.ballots().unused(), taker);
    int i = 0;
    for (Image image : form.images()) {
      taker.take("images." + i++ + ".page", image.page());
    }
  }

  private static void row(String name, Electors row, Taker taker) {
    if (!row.isEmpty()) {
      take(name + ".all", row.all(), taker);
      take(name + ".male", row.male(), taker);
      take(name + ".female", row.female(), taker);
    }
  }

  private static void take(String field, @Nullable Integer value, Taker taker) {
    if (value != null) {
      taker.take(field, value);
    }
  }
}
