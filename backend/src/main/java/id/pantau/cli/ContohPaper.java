package id.pantau.cli;

import id.pantau.model.Ballots;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import id.pantau.platform.Digest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An invented paper of one station in one contest, which keeps every rule, and what can be sent of
 * it.
 *
 * @param votes in ballot order
 * @param image the page that software reads; a person's entry has none
 */
record ContohPaper(
    Contest contest,
    String station,
    List<Integer> votes,
    int invalid,
    Electors registered,
    Users users,
    Ballots ballots,
    Image image) {
  private static final int REGISTERED_MIN = 170;
  private static final int REGISTERED_SPAN = 130;

  ContohPaper {
    votes = List.copyOf(votes);
  }

  /**
   * Invents one.
   *
   * @param leaning how much each choice is liked where the station is; need not add up to 1
   */
  static ContohPaper invent(
      Contest contest, String station, double[] leaning, SplittableRandom random, long round) {
    int registered = REGISTERED_MIN + random.nextInt(REGISTERED_SPAN);
    int users = (int) (registered * (0.62 + 0.26 * random.nextDouble()));
    int invalid = random.nextInt(1 + users / 25);
    int moved = random.nextInt(5);
    int byCard = random.nextInt(7);
    int received = registered + (registered + 49) / 50;
    int returned = random.nextInt(3);
    String page = contest.id() + "-" + station + "-" + round;
    return new ContohPaper(
        contest,
        station,
        split(users - invalid, leaning, random),
        invalid,
        electors(registered, random),
        users(users, moved, byCard, random),
        new Ballots(received, users, returned, received - users - returned),
        new Image(
            1,
            "https://contoh.invalid/" + page + ".jpg",
            HexFormat.of().formatHex(Digest.sha256(page.getBytes(StandardCharsets.UTF_8)))));
  }

  private static List<Integer> split(int valid, double[] leaning, SplittableRandom random) {
    double[] weights = new double[leaning.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = leaning[i] * (0.7 + 0.6 * random.nextDouble());
      sum += weights[i];
    }
    Integer[] votes = new Integer[weights.length];
    int rest = valid;
    for (int i = 1; i < weights.length; i++) {
      votes[i] = (int) (valid * weights[i] / sum);
      rest -= votes[i];
    }
    votes[0] = rest;
    return List.of(votes);
  }

  private static Electors electors(int all, SplittableRandom random) {
    int male = all == 0 ? 0 : (int) (all * (0.46 + 0.08 * random.nextDouble()));
    return new Electors(all, male, all - male);
  }

  private static Users users(int all, int moved, int byCard, SplittableRandom random) {
    Electors dpt = electors(all - moved - byCard, random);
    Electors dptb = electors(moved, random);
    Electors dpk = electors(byCard, random);
    int male = male(dpt) + male(dptb) + male(dpk);
    return new Users(dpt, dptb, dpk, new Electors(all, male, all - male));
  }

  private static int male(Electors row) {
    Integer male = row.male();
    return male == null ? 0 : male;
  }

  private int valid() {
    return votes.stream().mapToInt(Integer::intValue).sum();
  }

  /** What stands on the paper. */
  Form sound(int revision, Method method, OffsetDateTime at, Reason reason) {
    return votes(revision, method, at, reason, votes, valid(), valid() + invalid);
  }

  /** Software took a digit of one choice for another: its own arithmetic does not hold (T01). */
  Form misread(int revision, OffsetDateTime at, int choice) {
    List<Integer> read = new ArrayList<>(votes);
    read.set(choice, read.get(choice) + 100);
    return votes(revision, Method.MACHINE, at, Reason.NEW, read, valid(), valid() + invalid);
  }

  /** Software could not read the sums (T00). */
  Form unproven(int revision, OffsetDateTime at) {
    return votes(revision, Method.MACHINE, at, Reason.NEW, votes, null, null);
  }

  /** Two choices were taken for each other: everything adds up, and is wrong. */
  Form exchanged(int revision, Method method, OffsetDateTime at) {
    List<Integer> read = new ArrayList<>(votes);
    read.set(0, votes.get(1));
    read.set(1, votes.get(0));
    return votes(revision, method, at, Reason.NEW, read, valid(), valid() + invalid);
  }

  private Form votes(
      int revision,
      Method method,
      OffsetDateTime at,
      Reason reason,
      List<Integer> read,
      @Nullable Integer valid,
      @Nullable Integer total) {
    Map<String, Integer> byChoice = new LinkedHashMap<>();
    for (Choice choice : contest.choices()) {
      byChoice.put(choice.id(), read.get(byChoice.size()));
    }
    return new Form(
        contest.id(),
        station,
        0,
        revision,
        method,
        at,
        Form.Section.VOTES,
        byChoice,
        valid,
        invalid,
        total,
        registered,
        users,
        ballots,
        method == Method.MACHINE ? List.of(image) : List.of(),
        reason);
  }

  /** The administrative section alone. */
  Form administrative(OffsetDateTime at) {
    return bare(1, Method.MACHINE, at, Form.Section.ADMINISTRATIVE, Reason.NEW);
  }

  /** Takes the station's numbers out. */
  Form withdrawal(int revision, OffsetDateTime at, Reason reason) {
    return bare(revision, Method.SINGLE, at, Form.Section.WITHDRAWAL, reason);
  }

  private Form bare(
      int revision, Method method, OffsetDateTime at, Form.Section section, Reason reason) {
    boolean paper = section == Form.Section.ADMINISTRATIVE;
    return new Form(
        contest.id(),
        station,
        0,
        revision,
        method,
        at,
        section,
        Map.of(),
        null,
        null,
        null,
        paper ? registered : Electors.NONE,
        paper ? users : Users.NONE,
        paper ? ballots : Ballots.NONE,
        List.of(),
        reason);
  }
}
