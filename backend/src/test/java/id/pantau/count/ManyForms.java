package id.pantau.count;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Submission;
import id.pantau.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Forms of every kind at many stations of the example election, and what they add up to. */
public final class ManyForms {
  private final Election election;
  private final Forms forms;
  private final Random random;

  public ManyForms(Election election, long seed) {
    this.election = election;
    this.forms = new Forms(election);
    this.random = new Random(seed);
  }

  /** One to four revisions at each of so many stations, in order; two contests, three provinces. */
  public List<Submission> some(int stations) {
    List<String> codes = new ArrayList<>();
    AreaTree tree = election.areas();
    for (int province : tree.provinces()) {
      for (int slot = 0; slot < tree.stations(province); slot++) {
        codes.add(tree.stationAt(province, slot).code());
      }
    }
    Collections.shuffle(codes, random);
    List<Submission> all = new ArrayList<>();
    for (String station : codes.subList(0, stations)) {
      boolean second = station.startsWith("0102") && random.nextBoolean();
      Contest contest = election.contests().get(second ? 1 : 0);
      int revisions = 1 + random.nextInt(4);
      for (int revision = 1; revision <= revisions; revision++) {
        all.add(any(contest, station, revision));
      }
    }
    return all;
  }

  private Submission any(Contest contest, String station, int revision) {
    int[] votes = random.ints(contest.choices().size(), 0, 90).toArray();
    String id = contest.id();
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> forms.sound(id, station, revision, Method.MACHINE, votes);
      case 4, 5 -> forms.unproven(id, station, revision, votes);
      case 6 -> forms.sound(id, station, revision, Method.SINGLE, votes);
      case 7 -> forms.decision(id, station, revision, votes);
      case 8 -> forms.withdrawal(id, station, revision, Method.MACHINE);
      default -> forms.administrative(id, station, revision);
    };
  }

  /**
   * The totals that the forms must lead to, by the law alone: of each station the newest form, or a
   * person's newest where only machines came after it, counts. Shaped as {@link CountState#all}.
   */
  public Map<String, String> totals(List<Submission> all) {
    Map<String, Submission> newest = new TreeMap<>();
    Map<String, Submission> persons = new TreeMap<>();
    for (Submission each : all) {
      Form form = each.form();
      String place = form.contest() + " " + form.station();
      newest.merge(place, each, ManyForms::newer);
      if (form.byPerson()) {
        persons.merge(place, each, ManyForms::newer);
      }
    }
    Map<String, long[]> rows = new TreeMap<>();
    newest.forEach(
        (place, last) -> {
          Submission person = persons.get(place);
          Submission stands = person == null ? last : person;
          boolean waits = !stands.equals(last);
          add(rows, stands, waits);
        });
    Map<String, String> readable = new TreeMap<>();
    rows.forEach((area, row) -> readable.put(area, Arrays.toString(row)));
    return readable;
  }

  private void add(Map<String, long[]> rows, Submission stands, boolean waits) {
    Form form = stands.form();
    boolean counted = stands.verdict().outcome() == Verdict.Outcome.COUNTED;
    boolean held = stands.verdict().outcome() == Verdict.Outcome.HELD || (waits && !counted);
    if (!counted && !held) {
      return;
    }
    Contest contest = Objects.requireNonNull(election.contest(form.contest()));
    int choices = contest.choices().size();
    for (int digits : new int[] {2, 4, 6}) {
      String area = form.contest() + " area " + form.station().substring(0, digits);
      long[] row = rows.computeIfAbsent(area, a -> new long[choices + 2]);
      for (int c = 0; c < choices && counted; c++) {
        row[c] += Objects.requireNonNull(form.votes().get(contest.choices().get(c).id()));
      }
      row[counted ? choices : choices + 1]++;
    }
  }

  private static Submission newer(Submission one, Submission other) {
    return one.form().revision() > other.form().revision() ? one : other;
  }
}
