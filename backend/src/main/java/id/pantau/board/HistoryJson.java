package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.platform.Body;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The count of an area over time, by the counting nodes' clocks; {@code docs/wire-protocol.md} §4.
 */
final class HistoryJson {
  private final Standing standing;
  private final AreaTree tree;

  HistoryJson(Standing standing) {
    this.standing = standing;
    this.tree = standing.election().areas();
  }

  /** A moment at which votes, counted and held changed by that much. */
  private record Step(long atMillis, long[] by) {}

  Body body(int contest, int area, int pointsMax) {
    List<Step> steps =
        area == 0 || tree.area(area).level() == 1
            ? provinces(contest, area)
            : stations(contest, area);
    steps.sort(Comparator.comparingLong(Step::atMillis));
    Contest c = standing.election().contests().get(contest);
    int figures = c.choices().size() + 2;
    return Rendering.body(
        standing.position(area),
        g -> {
          g.writeStringField("contest", c.id());
          g.writeStringField("area", tree.area(area).code());
          Rendering.position(g, standing.position(area));
          Rendering.honesty(g, standing.election());
          g.writeArrayFieldStart("points");
          long[] sums = new long[figures];
          int stride = Math.max(1, (steps.size() + pointsMax - 1) / pointsMax);
          for (int s = 0; s < steps.size(); s++) {
            for (int f = 0; f < figures; f++) {
              sums[f] += steps.get(s).by()[f];
            }
            if ((s + 1) % stride == 0 || s == steps.size() - 1) {
              g.writeStartObject();
              Rendering.instant(g, "at", steps.get(s).atMillis());
              g.writeObjectFieldStart("votes");
              int i = 0;
              for (Choice choice : c.choices()) {
                g.writeNumberField(choice.id(), sums[i++]);
              }
              g.writeEndObject();
              g.writeObjectFieldStart("stations");
              g.writeNumberField("counted", sums[figures - 2]);
              g.writeNumberField("held", sums[figures - 1]);
              g.writeEndObject();
              g.writeEndObject();
            }
          }
          g.writeEndArray();
        });
  }

  /** From the sums that each entry left behind. */
  private List<Step> provinces(int contest, int area) {
    List<Step> steps = new ArrayList<>();
    for (ProvinceFold fold :
        area == 0 ? standing.folds() : new ProvinceFold[] {standing.fold(area)}) {
      long[] before = new long[standing.layout(contest).choices() + 2];
      for (EntryMark mark : fold.entries()) {
        if (mark.contest() == contest) {
          long[] by = mark.sums().clone();
          for (int f = 0; f < by.length; f++) {
            by[f] -= before[f];
          }
          before = mark.sums();
          steps.add(new Step(mark.countedAtMillis(), by));
        }
      }
    }
    return steps;
  }

  /** From the chains of the stations below, for an area that no entry sums. */
  private List<Step> stations(int contest, int area) {
    List<Step> steps = new ArrayList<>();
    if (tree.area(area).level() < 4) {
      for (int k = 0; k < tree.childCount(area); k++) {
        steps.addAll(stations(contest, tree.firstChild(area) + k));
      }
      return steps;
    }
    ProvinceFold fold = standing.fold(area);
    int base = tree.slotBase(area);
    for (int slot = base; slot < base + tree.stations(area); slot++) {
      station(fold, contest, fold.stations(contest).newest(slot), steps);
    }
    return steps;
  }

  private void station(ProvinceFold fold, int contest, int newest, List<Step> steps) {
    List<FormStore.Stored> chain = new ArrayList<>();
    for (int at = newest; at != FormStore.NONE; at = fold.store().get(at).previous()) {
      chain.add(0, fold.store().get(at));
    }
    long[] before = new long[standing.layout(contest).choices() + 2];
    for (FormStore.Stored stored : chain) {
      long[] after = after(stored, before);
      long[] by = after.clone();
      for (int f = 0; f < by.length; f++) {
        by[f] -= before[f];
      }
      before = after;
      steps.add(new Step(stored.countedAtMillis(), by));
    }
  }

  private long[] after(FormStore.Stored stored, long[] before) {
    int counted = before.length - 2;
    boolean keeps =
        stored.outcome() == LogEntry.HISTORY
            || (stored.outcome() == LogEntry.BESIDE && before[counted] == 1);
    if (keeps) {
      return before;
    }
    long[] after = new long[before.length];
    if (stored.outcome() == LogEntry.COUNTED) {
      byte[] content = PackedForm.content(stored.packed());
      int choice = 0;
      for (int votes : FormContent.unpack(content, standing.election()::contest).votes().values()) {
        after[choice++] = votes;
      }
      after[counted] = 1;
    } else if (stored.outcome() == LogEntry.HELD || stored.outcome() == LogEntry.BESIDE) {
      after[counted + 1] = 1;
    }
    return after;
  }
}
