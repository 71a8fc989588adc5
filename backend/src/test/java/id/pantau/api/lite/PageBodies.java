package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Random;

/** Bodies of the wire-protocol with numbers as large and as unlike one another as they can be. */
final class PageBodies {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int VOTES_MAX = 40_000_000;
  private final Election election;
  private final Contest contest;
  private final Random random = new Random(20240214);

  PageBodies(Election election, Contest contest) {
    this.election = election;
    this.contest = contest;
  }

  static Buffer bytes(ObjectNode body) {
    return Buffer.buffer(body.toString());
  }

  /** The results of an area with all its children, counted and held, as sent too. */
  ObjectNode results(Area area) {
    ObjectNode body = JSON.createObjectNode();
    body.put("digest", "0".repeat(32)).put("contest", contest.id()).put("area", area.code());
    body.put("name", area.name()).put("level", area.level());
    body.putObject("position").put("epoch", 1).put("revision", random.nextInt(1_000_000));
    body.put("asOf", "2024-02-14T09:20:07.123Z").put("status", "counting");
    sums(body, VOTES_MAX);
    ArrayNode children = body.putArray("children");
    AreaTree tree = election.areas();
    for (int k = 0; k < tree.childCount(area.index()); k++) {
      Area child = tree.area(tree.firstChild(area.index()) + k);
      sums(children.addObject().put("code", child.code()).put("name", child.name()), VOTES_MAX);
    }
    for (int k = 0; area.level() == 4 && k < tree.stations(area.index()); k++) {
      Station station =
          tree.stationAt(tree.province(area.index()), tree.slotBase(area.index()) + k);
      ObjectNode row = children.addObject().put("code", station.code());
      sums(row.put("name", station.kind() + " " + station.number()), 306);
    }
    return body;
  }

  private void sums(ObjectNode place, int votesMax) {
    ObjectNode totals = place.putObject("totals");
    ObjectNode votes = totals.putObject("votes");
    ObjectNode sent = totals.putObject("asSent");
    for (Choice choice : contest.choices()) {
      votes.put(choice.id(), 1 + random.nextInt(votesMax));
      sent.put(choice.id(), 1 + random.nextInt(votesMax));
    }
    for (String figure : new String[] {"valid", "invalid", "registered", "users"}) {
      totals
          .putObject(figure)
          .put("value", random.nextInt(votesMax))
          .put("stations", random.nextInt(820_000));
    }
    int registered = 2 + random.nextInt(votesMax);
    totals
        .putObject("turnout")
        .put("users", random.nextInt(registered))
        .put("registered", registered)
        .put("stations", random.nextInt(820_000));
    int expected = 2 + random.nextInt(820_000);
    place
        .putObject("stations")
        .put("counted", 1 + random.nextInt(expected - 1))
        .put("held", random.nextInt(expected))
        .put("expected", expected);
  }

  /** A station whose form was sent so many times, each with other figures. */
  ObjectNode station(Station station, int revisions) {
    ObjectNode body = JSON.createObjectNode();
    body.put("contest", contest.id()).put("station", station.code());
    body.put("name", "TPS " + station.number()).put("asOf", "2024-02-14T09:20:07.123Z");
    body.putObject("position").put("epoch", 1).put("revision", 7);
    body.put("status", revisions == 0 ? "waiting" : "counted").putNull("current");
    ArrayNode all = body.putArray("revisions");
    for (int revision = revisions; revision > 0; revision--) {
      ObjectNode one = revision(revision);
      if (revision == revisions) {
        body.set("current", one);
        one.put("status", "counted").remove("was");
      }
      all.add(one);
    }
    return body;
  }

  /** Makes it the body of a station whose numbers are withheld, as the board writes that. */
  static void withhold(ObjectNode station, String office) {
    station.put("status", "withheld").putNull("current");
    statement(station.putObject("withheld"), office, "Sedang diperiksa", "Under review");
    List<String> left =
        List.of(
            "generation",
            "revision",
            "status",
            "was",
            "method",
            "receivedAt",
            "countedAt",
            "submitter");
    for (JsonNode revision : station.path("revisions")) {
      ((ObjectNode) revision).retain(left).putObject("reason").put("kind", "new");
    }
  }

  /** Adds what an office says of the place. */
  static void notice(ObjectNode body, String office) {
    ObjectNode notice = body.withArray("notices").addObject().put("id", "a-1");
    statement(notice, office, "Rekapitulasi diulang", "Counted again");
  }

  private static void statement(ObjectNode said, String office, String id, String en) {
    said.put("office", office).putObject("reason").put("id", id).put("en", en);
    said.put("since", "2024-02-14T09:00:00Z").put("until", "2024-02-15T09:00:00Z");
  }

  private ObjectNode revision(int number) {
    ObjectNode one = JSON.createObjectNode();
    one.put("generation", 0).put("revision", number).put("status", "superseded");
    one.put("was", "held").put("method", "single").put("submitter", "s-" + word(12));
    one.put("recordedAt", "2024-02-14T16:20:00+07:00").put("receivedAt", "2024-02-14T09:20:05.1Z");
    one.put("countedAt", "2024-02-14T09:20:07.123Z");
    ObjectNode votes = one.putObject("votes");
    contest.choices().forEach(choice -> votes.put(choice.id(), random.nextInt(999)));
    one.put("valid", random.nextInt(999)).put("invalid", random.nextInt(99));
    one.put("total", random.nextInt(999));
    electors(one.putObject("registered"));
    ObjectNode users = one.putObject("users");
    for (String row : new String[] {"dpt", "dptb", "dpk", "all"}) {
      electors(users.putObject(row));
    }
    ObjectNode ballots = one.putObject("ballots");
    for (String row : new String[] {"received", "used", "returned", "unused"}) {
      ballots.put(row, random.nextInt(999));
    }
    ArrayNode images = one.putArray("images");
    for (int page = 1; page <= 64; page++) {
      ObjectNode image = images.addObject().put("page", page);
      image.put("url", "https://example.org/" + word(980)).put("sha256", word(64));
    }
    ObjectNode reason = one.putObject("reason").put("kind", "transcription-correction");
    reason.put("note", word(500)).putNull("cites").putArray("codes").add("T01");
    ArrayNode by = reason.putArray("by");
    for (int person = 0; person < 32; person++) {
      by.add(word(100));
    }
    ArrayNode findings = one.putArray("findings");
    for (Law law : Law.values()) {
      ObjectNode finding = findings.addObject().put("code", law.name().substring(4));
      finding.put("message", "said").putArray("fields").add("votes");
    }
    return one;
  }

  private void electors(ObjectNode row) {
    row.put("male", random.nextInt(999)).put("female", random.nextInt(999));
    row.put("all", random.nextInt(999));
  }

  /** Letters that do not compress. */
  private String word(int letters) {
    StringBuilder word = new StringBuilder(letters);
    for (int i = 0; i < letters; i++) {
      word.append("0123456789abcdef".charAt(random.nextInt(16)));
    }
    return word.toString();
  }
}
