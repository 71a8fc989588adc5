package id.pantau.rules;

import static id.pantau.model.Verdict.Outcome.COUNTED;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Ballots;
import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Users;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  @Test
  void a01_totalDiffersFromUsers_flags() {
    Consumer<Draft> change =
        d -> {
          d.users = Draft.users(236, 1, 2, 239);
          d.ballots = Ballots.NONE;
        };
    Ruling.on(change).is(COUNTED, Code.A01);
    Ruling.on(change).says(Code.A01, "total is 166, users are 239", "total", "users.all.all");
  }

  @Test
  void a01_totalDiffersFromBallotsUsed_flags() {
    Consumer<Draft> change = d -> d.ballots = new Ballots(290, 167, 0, 123);
    Ruling.on(change).is(COUNTED, Code.A01);
    Ruling.on(change)
        .says(
            Code.A01,
            "total is 166, users are 166, ballots used are 167",
            "total",
            "users.all.all",
            "ballots.used");
  }

  @Test
  void a01_usersAbsent_stillComparesBallotsUsed() {
    Ruling.on(
            d -> {
              d.users = Users.NONE;
              d.ballots = new Ballots(null, 1, null, null);
            })
        .says(Code.A01, "total is 166, ballots used are 1", "total", "ballots.used");
  }

  @Test
  void a01_bigEqualNumbers_passes() {
    Ruling.on(d -> d.consistentWith(250)).lacks(Code.A01);
  }

  @Test
  void a01_operandsAbsent_isSkipped() {
    Ruling.on(d -> d.total = null).lacks(Code.A01);
    Ruling.on(
            d -> {
              d.users = Users.NONE;
              d.ballots = Ballots.NONE;
            })
        .is(COUNTED);
  }

  @Test
  void a02_usersDifferFromTheirParts_flags() {
    Consumer<Draft> change = d -> d.users = Draft.users(160, 1, 2, 166);
    Ruling.on(change).is(COUNTED, Code.A02);
    Ruling.on(change)
        .says(
            Code.A02,
            "users are 166, DPT 160, DPTb 1 and DPK 2 are 163",
            "users.all.all",
            "users.dpt.all",
            "users.dptb.all",
            "users.dpk.all");
  }

  @Test
  void a02_aPartAbsent_isSkipped() {
    Ruling.on(d -> d.users = Draft.users(160, null, 2, 166)).is(COUNTED);
    Ruling.on(d -> d.users = Draft.users(null, 1, 2, 166)).is(COUNTED);
    Ruling.on(d -> d.users = Draft.users(160, 1, null, 166)).is(COUNTED);
    Ruling.on(d -> d.users = Draft.users(160, 1, 2, null)).is(COUNTED);
  }

  @Test
  void a03_moreUsersOnTheListThanRegistered_flags() {
    Consumer<Draft> change = d -> d.registered = Draft.only(162);
    Ruling.on(change).is(COUNTED, Code.A03, Code.W03);
    Ruling.on(change)
        .says(
            Code.A03,
            "users on the list are 163, registered are 162",
            "users.dpt.all",
            "registered.all");
  }

  @Test
  void a03_asManyAsRegistered_passes() {
    Ruling.on(d -> d.registered = Draft.only(163)).lacks(Code.A03);
  }

  @Test
  void a03_anOperandAbsent_isSkipped() {
    Ruling.on(d -> d.registered = Electors.NONE).is(COUNTED);
    Ruling.on(d -> d.users = Draft.users(null, null, null, 166)).is(COUNTED);
  }

  @Test
  void a04_rowsThatDoNotAddUp_flagsEach() {
    Consumer<Draft> change =
        d -> {
          d.registered = new Electors(284, 139, 144);
          d.users =
              new Users(
                  Draft.USERS.dpt(), new Electors(1, 1, 1), Draft.USERS.dpk(), Draft.USERS.all());
        };
    Ruling.on(change).is(COUNTED, Code.A04);
    Ruling.on(change)
        .says(
            Code.A04,
            "registered is 284, male 139 and female 144 are 283;"
                + " users.dptb is 1, male 1 and female 1 are 2",
            "registered.all",
            "registered.male",
            "registered.female",
            "users.dptb.all",
            "users.dptb.male",
            "users.dptb.female");
  }

  @Test
  void a04_eachRowOfUsers_isAsked() {
    Electors bad = new Electors(1, 2, 3);
    Users u = Draft.USERS;
    flagsA04(new Users(bad, u.dptb(), u.dpk(), u.all()));
    flagsA04(new Users(u.dpt(), bad, u.dpk(), u.all()));
    flagsA04(new Users(u.dpt(), u.dptb(), bad, u.all()));
    flagsA04(new Users(u.dpt(), u.dptb(), u.dpk(), new Electors(166, 1, 1)));
  }

  private static void flagsA04(Users users) {
    assertTrue(Ruling.on(d -> d.users = users).codes().contains(Code.A04));
  }

  @Test
  void a04_aColumnAbsent_isSkipped() {
    Ruling.on(d -> d.registered = new Electors(284, 1, null)).is(COUNTED);
    Ruling.on(d -> d.registered = new Electors(284, null, 1)).is(COUNTED);
    Ruling.on(d -> d.registered = new Electors(null, 1, 1)).is(COUNTED);
  }

  @Test
  void a05_ballotsDoNotAddUp_flags() {
    Consumer<Draft> change = d -> d.ballots = new Ballots(290, 166, 1, 124);
    Ruling.on(change).is(COUNTED, Code.A05);
    Ruling.on(change)
        .says(
            Code.A05,
            "ballots received are 290, used 166, returned 1 and unused 124 are 291",
            "ballots.received",
            "ballots.used",
            "ballots.returned",
            "ballots.unused");
  }

  @Test
  void a05_anOperandAbsent_isSkipped() {
    Ruling.on(d -> d.ballots = new Ballots(290, 166, null, 1)).is(COUNTED);
    Ruling.on(d -> d.ballots = new Ballots(290, 166, 1, null)).is(COUNTED);
    Ruling.on(d -> d.ballots = new Ballots(290, null, 1, 1)).is(COUNTED);
    Ruling.on(d -> d.ballots = new Ballots(null, 166, 1, 1)).is(COUNTED);
  }

  @Test
  void a06_moreRegisteredThanTheLegalMaximum_flags() {
    Ruling.on(d -> d.registered = Draft.only(301)).is(COUNTED, Code.A06);
    Ruling.on(d -> d.registered = Draft.only(301))
        .says(Code.A06, "registered are 301, a station has at most 300", "registered.all");
  }

  @Test
  void a06_atTheMaximumOrAbsent_passes() {
    Ruling.on(d -> d.registered = Draft.only(300)).is(COUNTED);
    Ruling.on(d -> d.registered = Electors.NONE).is(COUNTED);
  }
}
