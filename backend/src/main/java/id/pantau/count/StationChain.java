package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All forms of one station and contest that are known, and what must stand of them whatever order
 * they came in: of one revision the person's before the machine's, then the one held first; of
 * those the newest is the station's newest; of the newest generation a person's newest stands, else
 * the newest.
 */
final class StationChain {
  private static final Comparator<Link> NEWER =
      Comparator.comparingInt((Link link) -> link.form.generation())
          .thenComparingInt(link -> link.form.revision())
          .thenComparing(link -> link.form.byPerson())
          .thenComparing(link -> link.first, Comparator.reverseOrder())
          .thenComparingLong(link -> link.hash);

  private final Contest contest;
  private final Station station;
  private final Map<Long, Link> links = new LinkedHashMap<>();
  private @Nullable Link newestInRedis;
  private @Nullable Link standsInRedis;

  /** A form, and the position that first held it as far as is known. */
  private static final class Link {
    final long hash;
    final Form form;
    JournalEntry entry;
    Position first;
    boolean logged;

    Link(long hash, Form form, JournalEntry entry, Position first) {
      this.hash = hash;
      this.form = form;
      this.entry = entry;
      this.first = first;
    }
  }

  StationChain(Contest contest, Station station) {
    this.contest = contest;
    this.station = station;
  }

  /** A form that Redis lacks. */
  void missing(JournalEntry entry, Form form, long hash) {
    add(entry, form, hash);
  }

  /** A form in the log: the same log always gives what stands in Redis. */
  void logged(LogEntry.Logged logged, Position position, Form form, long hash) {
    Link link = add(new JournalEntry(logged.outcome(), position, logged.packed()), form, hash);
    link.logged = true;
    if (logged.outcome() == LogEntry.HISTORY) {
      return;
    }
    Link newest = newestInRedis;
    if (newest == null || rank(form) >= rank(newest.form)) {
      newestInRedis = link;
    }
    if (logged.outcome() != LogEntry.BESIDE) {
      standsInRedis = link;
    }
  }

  private Link add(JournalEntry entry, Form form, long hash) {
    Position first = Item.first(entry);
    Link link = links.computeIfAbsent(hash, h -> new Link(h, form, entry, first));
    if (first.compareTo(link.first) < 0) {
      link.first = first;
      link.entry = entry;
    }
    return link;
  }

  /** The form to let stand next, or null where all stands that must. */
  @Nullable Item mustStand() {
    Link newest = links.values().stream().max(NEWER).orElseThrow();
    if (!newest.equals(newestInRedis)) {
      return item(newest);
    }
    Link stands =
        links.values().stream()
            .filter(l -> l.form.byPerson() && l.form.generation() == newest.form.generation())
            .max(NEWER)
            .orElse(newest);
    return stands.equals(standsInRedis) ? null : item(stands);
  }

  /** Forms that the log lacks. */
  List<Item> unlogged() {
    return links.values().stream().filter(link -> !link.logged).map(this::item).toList();
  }

  private Item item(Link link) {
    return Item.again(link.entry, link.form, contest, station);
  }

  private static int rank(Form form) {
    return form.generation() << 16 | form.revision();
  }

  /** Whose chain a form belongs to. */
  static String place(FormContent.Key key) {
    return key.contest() + "/" + key.station();
  }
}
