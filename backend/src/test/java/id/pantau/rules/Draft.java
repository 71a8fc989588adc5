package id.pantau.rules;

import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form on the way to the test: begins as a machine-read form that keeps every rule, and each test
 * writes the field it is about.
 */
public final class Draft {
  /** Who voted, each row adding up; 166 in all. */
  static final Users USERS =
      new Users(
          new Electors(163, 80, 83),
          new Electors(1, 1, 0),
          new Electors(2, 1, 1),
          new Electors(166, 82, 84));

  String contest = "ppwp";
  String station = Sample.STATION;
  int generation = 0;
  int revision = 1;
  Method method = Method.MACHINE;
  Form.Section section = Form.Section.VOTES;
  Map<String, Integer> votes = votes(144, 19, 2);
  @Nullable Integer valid = 165;
  @Nullable Integer invalid = 1;
  @Nullable Integer total = 166;
  Electors registered = new Electors(284, 139, 145);
  Users users = USERS;
  Ballots ballots = new Ballots(290, 166, 0, 124);
  List<Image> images = List.of();
  Reason reason = Reason.NEW;

  /** Votes for the three pairs, in the order of the ballot. */
  static Map<String, Integer> votes(int one, int two, int three) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    votes.put("100025", one);
    votes.put("100026", two);
    votes.put("100027", three);
    return votes;
  }

  /** Users of whom only the column of all was written. */
  static Users users(
      @Nullable Integer dpt, @Nullable Integer dptb, @Nullable Integer dpk, @Nullable Integer all) {
    return new Users(only(dpt), only(dptb), only(dpk), only(all));
  }

  static Electors only(@Nullable Integer all) {
    return new Electors(all, null, null);
  }

  static Reason because(Reason.Kind kind) {
    return new Reason(kind, null, List.of(), List.of(), null);
  }

  static Reason decision(String... codes) {
    return new Reason(Reason.Kind.DECISION, null, List.of(codes), List.of("an operator"), null);
  }

  /** Takes everything administrative out. */
  void withoutAdministration() {
    valid = null;
    invalid = null;
    total = null;
    registered = Electors.NONE;
    users = Users.NONE;
    ballots = Ballots.NONE;
  }

  /** A paper with these votes for the first pair that adds up everywhere. */
  void consistentWith(int sum) {
    votes = votes(sum - 1, 1, 0);
    valid = sum;
    invalid = 0;
    total = sum;
    registered = only(300);
    users = users(sum, 0, 0, sum);
    ballots = Ballots.NONE;
  }

  void section(Form.Section newSection, Reason.Kind why) {
    section = newSection;
    votes = Map.of();
    reason = because(why);
  }

  public Form form() {
    return new Form(
        contest,
        station,
        generation,
        revision,
        method,
        OffsetDateTime.parse("2024-02-14T16:20:00+07:00"),
        section,
        votes,
        valid,
        invalid,
        total,
        registered,
        users,
        ballots,
        images,
        reason);
  }
}
