package id.pantau.count;

import id.pantau.model.Ballots;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Submission;
import id.pantau.model.Users;
import id.pantau.model.Verdict;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Forms of the example election, judged as intake would judge them. */
public final class Forms {
  private static final Speaker ANYONE =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), true);
  private static final Instant RECEIVED = Instant.parse("2026-11-21T08:00:00Z");

  private final Election election;
  private final Judge judge;

  public Forms(Election election) {
    this.election = election;
    this.judge = new Judge(election);
  }

  /** A form that its own arithmetic proves: counted whatever the method. */
  public Submission sound(
      String contest, String station, int revision, Method method, int... votes) {
    return form(contest, station, 0, revision, method, true, votes);
  }

  /** A machine's form without valid and total: held by T00. */
  public Submission unproven(String contest, String station, int revision, int... votes) {
    return form(contest, station, 0, revision, Method.MACHINE, false, votes);
  }

  /** A form of a generation that no decree has opened: past the rules, as a later version will. */
  Submission ofGeneration(String station, int generation, int revision, int... votes) {
    return form("ppwp", station, generation, revision, Method.MACHINE, true, votes);
  }

  /** A sound form with a note of that many bytes. */
  Submission wordy(String contest, String station, int revision, int noteBytes) {
    Reason reason =
        new Reason(
            Reason.Kind.TRANSCRIPTION_CORRECTION,
            "x".repeat(noteBytes),
            List.of(),
            List.of(),
            null);
    return judged(with(contest, station, 0, revision, Method.MACHINE, true, reason, 1, 2, 3));
  }

  /** Takes the station's numbers out. */
  public Submission withdrawal(String contest, String station, int revision, Method method) {
    return judged(
        bare(contest, station, revision, method, Form.Section.WITHDRAWAL, because("withdrawn")));
  }

  /** The administrative section alone. */
  public Submission administrative(String contest, String station, int revision) {
    Reason reason = revision == 1 ? Reason.NEW : because("restored");
    return judged(
        bare(contest, station, revision, Method.MACHINE, Form.Section.ADMINISTRATIVE, reason));
  }

  /** An operator's decision over a held form. */
  public Submission decision(String contest, String station, int revision, int... votes) {
    Reason reason =
        new Reason(
            Reason.Kind.DECISION, "seen on the photo", List.of("T00"), List.of("A", "B"), null);
    Form form = with(contest, station, 0, revision, Method.MACHINE, false, reason, votes);
    return new Submission(
        form,
        new Verdict(Verdict.Outcome.COUNTED, judge.judge(form, ANYONE, Sightings.NONE).findings()),
        "operator",
        RECEIVED);
  }

  private Submission form(
      String contest,
      String station,
      int generation,
      int revision,
      Method method,
      boolean proven,
      int... votes) {
    Reason reason = revision == 1 ? Reason.NEW : because("transcription-correction");
    Form form = with(contest, station, generation, revision, method, proven, reason, votes);
    return generation == 0
        ? judged(form)
        : new Submission(form, new Verdict(Verdict.Outcome.COUNTED, List.of()), "key", RECEIVED);
  }

  private Form with(
      String contest,
      String station,
      int generation,
      int revision,
      Method method,
      boolean proven,
      Reason reason,
      int... votes) {
    Contest of = Objects.requireNonNull(election.contest(contest));
    Map<String, Integer> byChoice = new LinkedHashMap<>();
    int sum = 0;
    for (Choice choice : of.choices()) {
      sum += votes[byChoice.size()];
      byChoice.put(choice.id(), votes[byChoice.size()]);
    }
    return new Form(
        contest,
        station,
        generation,
        revision,
        method,
        null,
        Form.Section.VOTES,
        byChoice,
        proven ? sum : null,
        proven ? 1 : null,
        proven ? sum + 1 : null,
        Electors.NONE,
        Users.NONE,
        Ballots.NONE,
        List.of(),
        reason);
  }

  private static Form bare(
      String contest,
      String station,
      int revision,
      Method method,
      Form.Section section,
      Reason reason) {
    return new Form(
        contest,
        station,
        0,
        revision,
        method,
        null,
        section,
        Map.of(),
        null,
        null,
        null,
        Electors.NONE,
        Users.NONE,
        Ballots.NONE,
        List.of(),
        reason);
  }

  private static Reason because(String kind) {
    for (Reason.Kind each : Reason.Kind.values()) {
      if (each.wire().equals(kind)) {
        return new Reason(each, "a reason", List.of(), List.of(), null);
      }
    }
    throw new IllegalArgumentException(kind);
  }

  private Submission judged(Form form) {
    Verdict verdict = judge.judge(form, ANYONE, Sightings.NONE);
    if (verdict.outcome() == Verdict.Outcome.REFUSED) {
      throw new IllegalArgumentException("the rules refuse it: " + verdict.findings());
    }
    return new Submission(form, verdict, "key", RECEIVED);
  }
}
