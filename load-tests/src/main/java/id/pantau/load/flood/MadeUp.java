package id.pantau.load.flood;

import id.pantau.model.Ballots;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Forms that no station wrote: their arithmetic is right, so that they count, and they depend on
 * contest, station and revision alone, so that whoever asks again gets the same.
 */
public final class MadeUp {
  private static final OffsetDateTime RECORDED = OffsetDateTime.parse("2024-02-14T16:00:00+07:00");
  private static final int REGISTERED_MIN = 180;
  private static final int REGISTERED_MAX = 300;

  private final Contest contest;

  public MadeUp(Contest contest) {
    this.contest = contest;
  }

  /** The form of a station; every revision has other votes. */
  public Form form(String station, int revision) {
    SplittableRandom random =
        new SplittableRandom(station.hashCode() * 31L + contest.id().hashCode());
    for (int r = 1; r < revision; r++) {
      random = random.split();
    }
    int registered = random.nextInt(REGISTERED_MIN, REGISTERED_MAX + 1);
    int total = registered * random.nextInt(60, 91) / 100;
    int invalid = total * random.nextInt(0, 6) / 100;
    int received = registered + registered * 2 / 100;
    Users users = new Users(people(total - 4), people(3), people(1), people(total));
    return new Form(
        contest.id(),
        station,
        0,
        revision,
        Method.MACHINE,
        RECORDED,
        Form.Section.VOTES,
        votes(total - invalid, random),
        total - invalid,
        invalid,
        total,
        people(registered),
        users,
        new Ballots(received, total, 0, received - total),
        List.of(),
        revision == 1
            ? Reason.NEW
            : new Reason(
                Reason.Kind.TRANSCRIPTION_CORRECTION, "made up", List.of(), List.of(), null));
  }

  /** Splits the valid votes over the choices; none gets all of them. */
  private Map<String, Integer> votes(int valid, SplittableRandom random) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    int left = valid;
    for (int i = 0; i < contest.choices().size(); i++) {
      boolean last = i == contest.choices().size() - 1;
      int part = last ? left : random.nextInt(1, Math.max(2, left * 2 / 3));
      votes.put(contest.choices().get(i).id(), part);
      left -= part;
    }
    return votes;
  }

  private static Electors people(int all) {
    return new Electors(all, all / 2, all - all / 2);
  }
}
