package id.pantau.board;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.platform.Body;
import id.pantau.platform.FormFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feed of changes: every form that was ever logged, in the order of the counting nodes' clocks
 * across provinces, in the order of positions within one. A page ends with a whole batch.
 */
final class ChangesJson {
  private final Standing standing;
  private final Election election;

  ChangesJson(Standing standing) {
    this.standing = standing;
    this.election = standing.election();
  }

  /** An entry on its page. */
  private record Listed(ProvinceFold fold, EntryMark mark) {}

  Body body(@Nullable String since, int limit) {
    Cursor cursor = Cursor.parse(since, standing.folds().length);
    List<Listed> page = page(cursor, limit);
    return Rendering.body(
        standing.position(0),
        g -> {
          Rendering.position(g, standing.position(0));
          Rendering.honesty(g, election);
          g.writeArrayFieldStart("changes");
          for (Listed listed : page) {
            for (int offset : listed.mark().forms()) {
              change(g, listed, listed.fold().store().get(offset));
            }
          }
          g.writeEndArray();
          g.writeStringField("next", "/api/v1/changes?since=" + cursor);
        });
  }

  /** Takes the earliest next batch of all provinces until the page is full; moves the cursor. */
  private List<Listed> page(Cursor cursor, int limit) {
    ProvinceFold[] folds = standing.folds();
    int[] next = new int[folds.length];
    for (int p = 0; p < folds.length; p++) {
      next[p] = firstAfter(folds[p].entries(), cursor.at(p));
    }
    List<Listed> page = new ArrayList<>();
    for (int forms = 0; forms < limit; ) {
      int earliest = -1;
      for (int p = 0; p < folds.length; p++) {
        if (next[p] < folds[p].entries().size()
            && (earliest < 0 || time(folds[p], next[p]) < time(folds[earliest], next[earliest]))) {
          earliest = p;
        }
      }
      if (earliest < 0) {
        return page;
      }
      EntryMark mark = folds[earliest].entries().get(next[earliest]++);
      cursor.move(earliest, mark.position());
      page.add(new Listed(folds[earliest], mark));
      forms += mark.forms().length;
    }
    return page;
  }

  private static long time(ProvinceFold fold, int entry) {
    return fold.entries().get(entry).countedAtMillis();
  }

  private static int firstAfter(List<EntryMark> entries, Position position) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (entries.get(mid).position().compareTo(position) <= 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private void change(JsonGenerator g, Listed listed, FormStore.Stored stored) throws IOException {
    Form form = LoggedFields.form(election, stored);
    g.writeStartObject();
    g.writeStringField("contest", form.contest());
    g.writeStringField("station", form.station());
    g.writeNumberField("generation", form.generation());
    g.writeNumberField("revision", form.revision());
    LoggedFields.status(g, stored);
    g.writeStringField("method", form.method().wire());
    Rendering.position(g, stored.position());
    Rendering.instant(g, "countedAt", stored.countedAtMillis());
    if (LoggedFields.withheld(standing, form)) {
      g.writeBooleanField("withheld", true);
      FormFields.reason(g, LoggedFields.kindOnly(form.reason()));
    } else {
      FormFields.reason(g, form.reason());
      LoggedFields.findings(g, stored);
      FormFields.write(g, form);
      LoggedFields.delta(g, election, listed.fold(), stored, form);
    }
    g.writeEndObject();
  }
}
