package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Submission;
import id.pantau.model.Verdict;
import id.pantau.platform.Examples;
import id.pantau.platform.RedisKeys;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes in {@code docs/redis-keys.md} are those that a count writes. */
final class RedisKeysDocumentIT {
  private static final Path DOCUMENT = Path.of("..", "docs", "redis-keys.md");
  private static final String HASH = "00112233445566778899aabbccddeeff".repeat(2);
  private static final Election ELECTION = CountRig.with("contoh", HASH);
  private static final RedisKeys KEYS = new RedisKeys("contoh");

  private static CountRig rig;

  private static CountNode node;

  @BeforeAll
  static void countTheFirstForm(@TempDir Path folder) {
    rig = new CountRig(folder);
    Speaker anyone =
        new Speaker(
            List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), false);
    Verdict verdict = new Judge(ELECTION).judge(Examples.form(), anyone, Sightings.NONE);
    node = rig.node("node", ELECTION);
    node.count(
        new Submission(Examples.form(), verdict, "demo", Instant.parse("2026-11-21T08:00:00Z")));
  }

  @AfterAll
  static void stopRedis() {
    rig.close();
  }

  @Test
  void everyExample_isWhatTheFirstFormWrites() throws IOException {
    Map<String, String> written = new TreeMap<>();
    written.put("position", hex(rig.ask(Command.GET, KEYS.position("01"))));
    String records = hex(rig.ask(Command.GET, KEYS.records("01", "ppwp")));
    written.put("record", records.substring(0, 40));
    assertEquals(25 * 40, records.length(), "25 stations, the first of them counted");
    written.put("totals", hex(rig.ask(Command.GET, KEYS.totals("01", "ppwp", "010101"))));
    Response fields = rig.ask(Command.XRANGE, KEYS.log("01"), "-", "+").get(0).get(1);
    assertEquals(
        "t s d n", fields.get(0) + " " + fields.get(2) + " " + fields.get(4) + " " + fields.get(6));
    assertEquals(rig.settings().node().called(), fields.get(7).toString());
    written.put("entry", hex(fields.get(5)));
    byte[] journal = Files.readAllBytes(node.journal().resolve("00000001.pj"));
    written.put("journal", HexFormat.of().formatHex(journal));

    Map<String, String> documented = examples();
    assertEquals(written.keySet(), documented.keySet());
    written.forEach(
        (name, bytes) -> {
          String example = documented.get(name);
          assertTrue(
              bytes.startsWith(String.valueOf(example)),
              () -> name + "\n" + bytes + "\n" + example);
        });
    for (String whole : List.of("record", "totals", "entry", "journal")) {
      assertEquals(written.get(whole), documented.get(whole));
    }
  }

  @Test
  void everyKeyThatACountWrites_isInTheDocument() throws IOException {
    Response all = rig.ask(Command.KEYS, "*");
    TreeSet<String> shapes = new TreeSet<>();
    for (Response key : all) {
      shapes.add(
          key.toString()
              .replaceAll("\\{contoh:\\d\\d\\}", "{E:P}")
              .replaceAll("^(\\{E:P\\})ppwp:\\d+$", "$1C:A")
              .replaceAll("^(\\{E:P\\})ppwp:", "$1C:"));
    }
    assertEquals(4, shapes.size(), shapes::toString);
    String text = Files.readString(DOCUMENT);
    for (String shape : shapes) {
      assertTrue(text.contains("`" + shape + "`"), shape);
    }
  }

  /** Blocks that begin with {@code ```bytes NAME}: the first word of each line is hex. */
  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    String name = "";
    StringBuilder bytes = new StringBuilder();
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.startsWith("```bytes ")) {
        name = line.substring("```bytes ".length());
        bytes.setLength(0);
      } else if (line.equals("```") && !name.isEmpty()) {
        examples.put(name, bytes.toString());
        name = "";
      } else if (!name.isEmpty() && !line.startsWith("…")) {
        bytes.append(line.split(" ", 2)[0]);
      }
    }
    return examples;
  }

  private static String hex(Response value) {
    return HexFormat.of().formatHex(value.toBytes());
  }
}
