package id.pantau.load.flood;

import id.pantau.model.Form;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the node must publish more than before, known from the forms it said it counted. Any thread.
 */
public final class Expected implements Answers {
  private static final int PROVINCE_CODE = 2;

  private final Map<String, Sums> areas = new TreeMap<>();
  private final List<Form> doubtful = new ArrayList<>();
  private final Function<Form, @Nullable Form> replaced;

  /**
   * @param replaced the counted form that a form takes the place of, or null
   */
  public Expected(Function<Form, @Nullable Form> replaced) {
    this.replaced = replaced;
  }

  /** A duplicate of a form that was sent more than once is asked for when all is sent. */
  @Override
  public synchronized void answered(Form form, String status, boolean again) {
    if (status.equals("counted")) {
      counted(form);
    } else if (status.equals("duplicate") && again) {
      doubtful.add(form);
    }
  }

  /** How many forms must be asked for. */
  public synchronized int doubtful() {
    return doubtful.size();
  }

  /** Asks what became of the forms in doubt, one by one; to be called once, when all is sent. */
  public synchronized void settle(Published published, Instant started)
      throws IOException, InterruptedException {
    for (Form form : doubtful) {
      if (published.countedSince(form, started)) {
        counted(form);
      }
    }
  }

  private void counted(Form form) {
    Form old = replaced.apply(form);
    for (String area : new String[] {"0", form.station().substring(0, PROVINCE_CODE)}) {
      Sums sums = areas.computeIfAbsent(place(form.contest(), area), a -> new Sums());
      sums.add(form.votes(), 1, 1);
      if (old != null) {
        sums.add(old.votes(), 1, -1);
      }
    }
  }

  private static String place(String contest, String area) {
    return contest + "/" + area;
  }

  /**
   * The first area of a contest whose figures moved otherwise, in words; null where all is right.
   */
  public synchronized @Nullable String difference(
      String contest, Map<String, Sums> before, Map<String, Sums> after) {
    for (Map.Entry<String, Sums> area : after.entrySet()) {
      Sums moved = area.getValue().since(before.getOrDefault(area.getKey(), new Sums()));
      Sums wanted = areas.getOrDefault(place(contest, area.getKey()), new Sums());
      if (!moved.same(wanted)) {
        return place(contest, area.getKey()) + " moved by " + moved + ", the answers say " + wanted;
      }
    }
    return null;
  }
}
