package id.pantau.platform;

import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The example of {@code docs/redis-keys.md}, byte by byte. */
public final class Examples {
  /** The packed content of {@link #form}, hex. */
  public static final String CONTENT =
      "010101001784b98ea9047070777010b8e9f5fa0c00e0890351211dffff0f8f01039201a40152529101"
          + "48490000000100019201484a";

  private Examples() {}

  /** The first form of the bundled example election. */
  public static Form form() {
    Map<String, Integer> votes = new LinkedHashMap<>();
    votes.put("900001", 81);
    votes.put("900002", 33);
    votes.put("900003", 29);
    return new Form(
        "ppwp",
        "0101011001001",
        0,
        1,
        Method.MACHINE,
        OffsetDateTime.parse("2025-02-14T10:37:00+07:00"),
        Form.Section.VOTES,
        votes,
        143,
        3,
        146,
        new Electors(164, 82, 82),
        new Users(
            new Electors(145, 72, 73),
            new Electors(0, 0, 0),
            new Electors(1, 0, 1),
            new Electors(146, 72, 74)),
        Ballots.NONE,
        List.of(),
        Reason.NEW);
  }
}
