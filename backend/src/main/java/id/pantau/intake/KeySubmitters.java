package id.pantau.intake;

import id.pantau.platform.Submitters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The keys as the command centre sees them: without any key. */
final class KeySubmitters implements Submitters {
  private final Keys keys;

  KeySubmitters(Keys keys) {
    this.keys = keys;
  }

  @Override
  public List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (KeyEntry entry : keys.entries()) {
      SubmitterTallies.Tally tally = keys.tallies().of(entry.id());
      rows.add(
          new Row(
              entry.id(),
              Objects.requireNonNullElse(entry.label(), ""),
              entry.areas(),
              entry.methods(),
              entry.created(),
              entry.revoked(),
              entry.hash(),
              tally.counted.sum(),
              tally.held.sum(),
              tally.refused.sum(),
              tally.lastAt()));
    }
    rows.sort(Comparator.comparing(Row::id));
    return rows;
  }

  @Override
  public Fresh fresh(List<String> areas, List<String> methods) {
    KeyEntry.checkedAreas(areas);
    KeyEntry.methodsOf(methods);
    String key = KeyFile.freshKey();
    return new Fresh(KeyFile.freshId(), key, Keys.hash(key));
  }
}
