package id.pantau.platform;

import id.pantau.model.Ballots;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Forms with anything in them that intake lets through, and some that it would not. */
final class RandomForms {
  private static final String[] TEXTS = {
    "",
    "a",
    "Kabupaten Bogor",
    "dé\u0000jà",
    "\u202eRTL",
    "😀".repeat(40),
    "=cmd()",
    "x".repeat(500)
  };

  private final Random random;
  private final List<Contest> contests;

  RandomForms(long seed, List<Contest> contests) {
    this.random = new Random(seed);
    this.contests = contests;
  }

  Form next() {
    Contest contest = contests.get(random.nextInt(contests.size()));
    Form.Section section = pick(Form.Section.values());
    Map<String, Integer> votes = new LinkedHashMap<>();
    if (section == Form.Section.VOTES) {
      for (Choice choice : contest.choices()) {
        votes.put(choice.id(), number());
      }
    }
    return new Form(
        contest.id(),
        station(),
        random.nextInt(Form.GENERATION_MAX + 1),
        1 + random.nextInt(random.nextBoolean() ? 3 : Form.REVISION_MAX),
        pick(Method.values()),
        random.nextInt(3) == 0 ? null : time(),
        section,
        votes,
        perhaps(),
        perhaps(),
        perhaps(),
        electors(),
        new Users(electors(), electors(), electors(), electors()),
        random.nextBoolean()
            ? Ballots.NONE
            : new Ballots(perhaps(), perhaps(), perhaps(), perhaps()),
        images(),
        reason());
  }

  private String station() {
    return switch (random.nextInt(4)) {
      case 0 -> "99AA" + digits(9);
      case 1 -> "0" + digits(12);
      case 2 -> digits(12);
      default -> digits(13);
    };
  }

  private String digits(int count) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < count; i++) {
      code.append(random.nextInt(10));
    }
    return code.toString();
  }

  private OffsetDateTime time() {
    Instant at =
        Instant.ofEpochSecond(
            random.nextLong(4_000_000_000L) - 1_000_000_000L,
            random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    return at.atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(129) - 64) * 900));
  }

  private int number() {
    return random.nextBoolean() ? random.nextInt(300) : random.nextInt(Form.NUMBER_MAX + 1);
  }

  private @Nullable Integer perhaps() {
    return random.nextBoolean() ? null : number();
  }

  private Electors electors() {
    return random.nextBoolean() ? Electors.NONE : new Electors(perhaps(), perhaps(), perhaps());
  }

  private List<Image> images() {
    List<Image> images = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      byte[] sha = new byte[32];
      random.nextBytes(sha);
      images.add(
          new Image(
              1 + random.nextInt(999),
              random.nextBoolean() ? null : pick(TEXTS),
              random.nextBoolean() ? null : HexFormat.of().formatHex(sha)));
    }
    return images;
  }

  private Reason reason() {
    if (random.nextBoolean()) {
      return Reason.NEW;
    }
    return new Reason(
        pick(Reason.Kind.values()),
        random.nextBoolean() ? null : pick(TEXTS),
        random.nextBoolean() ? List.of() : List.of("T01", pick(TEXTS)),
        random.nextBoolean() ? List.of() : List.of(pick(TEXTS), pick(TEXTS)),
        random.nextBoolean() ? null : pick(TEXTS));
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
