package id.pantau.board;

import id.pantau.load.flood.Forms;
import id.pantau.load.micro.RealForms;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.LogEntry;
import id.pantau.platform.Showing.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A board in memory with every bundled form folded into it. */
public final class RealStates {
  private static final long AT_MILLIS = 1_707_900_000_000L;

  private final RealForms real = new RealForms();
  private final Standing standing = new Standing(real.election());
  private final Topics topics = new Topics(standing, new ResultsJson(standing));
  private final Map<String, List<LogEntry.Logged>> waiting = new HashMap<>();
  private long counted;

  /** Folds them; takes seconds. */
  public RealStates() {
    for (int province : real.election().areas().provinces()) {
      ProvinceFold fold = new ProvinceFold(real.election(), province);
      fold.readFromBeginning();
      standing.put(fold, 1);
    }
    Forms all = real.all();
    for (int i = 0; i < all.size(); i++) {
      take(all.form().apply(i));
    }
    waiting.forEach(this::fold);
    for (ProvinceFold fold : standing.folds()) {
      fold.readToEnd();
    }
  }

  private void take(Form form) {
    LogEntry.Logged logged = real.logged(form);
    counted += logged.outcome() == LogEntry.COUNTED ? 1 : 0;
    String province = form.station().substring(0, 2);
    List<LogEntry.Logged> batch = waiting.computeIfAbsent(province, p -> new ArrayList<>());
    batch.add(logged);
    if (batch.size() == RealForms.BATCH) {
      fold(province, batch);
      batch.clear();
    }
  }

  private void fold(String province, List<LogEntry.Logged> batch) {
    ProvinceFold fold = standing.fold(real.election().areas().find(province));
    if (!batch.isEmpty()) {
      Position after = new Position(1, fold.position().revision() + 1);
      fold.apply(new LogEntry(after, AT_MILLIS, new byte[0], "node", List.copyOf(batch)), 1);
    }
  }

  /** How many of the forms count. */
  long counted() {
    return counted;
  }

  /** A topic's state now, rendered, as a hub is given it that begins to follow. */
  public Update state(Topic topic) {
    Update now = topics.add(topic, 1);
    topics.drop(topic);
    return now;
  }

  /** The same of a topic by its name. */
  public Update state(String topic) {
    return state(Objects.requireNonNull(Topic.parse(topic)));
  }
}
