package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ReplayTest {
  private static final String HEADER =
      "ts,p1,p2,p3,sah,tidak_sah,total,dpt,dpt_l,dpt_p,pdpt,pdpt_l,pdpt_p,"
          + "pdptb,pdptb_l,pdptb_p,pdpk,pdpk_l,pdpk_p,ptot,ptot_l,ptot_p,imgs\n";
  private static final String TALLIES =
      "tps,"
          + HEADER
          + "0101011001001,2025-02-14 10:37:00,81,33,29,143,3,146,,,,,,,,,,,,,,,,\n"
          + "0101011001002,2025-02-14 10:44:00,71,82,29,182,5,187,,,,,,,,,,,,,,,,\n"
          + "0101011001003,2025-02-14 10:51:00,41,75,,121,3,124,,,,,,,,,,,,,,,,\n";
  private static final String HISTORY =
      "tps,seen,"
          + HEADER
          + "0101011001001,2025-02-14T10:00:00+07:00,2025-02-14 09:00:00,1,2,3,,,,,,,,,,,,,,,,,,,\n"
          + "0101011001001,2025-02-14T12:00:00+07:00,2025-02-14 09:00:00,,,,,,,,,,,,,,,,,,,,,,\n"
          + "0101011001001,2025-02-14T04:00:00+00:00,2025-02-14 09:00:00,1,2,4,,,,,,,,,,,,,,,,,,,\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder = Path.of("");

  @Test
  void replay_tallies_sendsRowsWithAllVotesAndSaysWhatItSkipped() throws IOException {
    try (ReplayNode node = new ReplayNode(0, (exchange, forms, count) -> false)) {
      assertEquals(0, replay(node, file(TALLIES)));
      assertEquals(
          "{\"sent\":2,\"counted\":2,\"stored\":0,\"held\":0,\"duplicate\":0,\"stale\":0,"
              + "\"conflict\":0,\"refused\":0,\"skipped\":1}\n",
          out.toString(StandardCharsets.UTF_8));
      assertEquals(2, node.revisions.size());
      out.reset();
      assertEquals(0, replay(node, file(TALLIES), "--until", "2025-02-14 10:44"));
      assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("{\"sent\":1,\"counted\":0,"));
    }
  }

  @Test
  void replay_packedHistory_sendsRevisionsInOrderAndTheWithdrawal() throws IOException {
    try (ReplayNode node = new ReplayNode(0, (exchange, forms, count) -> false)) {
      Path packed = folder.resolve("history");
      try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
        gzip.write(HISTORY.getBytes(StandardCharsets.UTF_8));
      }
      assertEquals(0, replay(node, packed.toString()));
      assertEquals(List.of(1, 2, 3), node.revisions.get("0101011001001"));
    }
  }

  @Test
  void replay_wrongKey_isExitOneWithASentenceAndStillTheLastLine() throws IOException {
    ReplayNode.Mood strict =
        (exchange, forms, count) -> {
          ReplayNode.answer(exchange, 401, "");
          return true;
        };
    try (ReplayNode node = new ReplayNode(0, strict)) {
      assertEquals(1, replay(node, file(TALLIES)));
      assertTrue(err.toString(StandardCharsets.UTF_8).contains("does not accept the key"));
      assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("{\"sent\":0,"));
      assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("\"skipped\":1}\n"));
    }
  }

  @Test
  void replay_rateAndSpeedTogether_isAUsageError() throws IOException {
    try (ReplayNode node = new ReplayNode(0, (exchange, forms, count) -> false)) {
      assertEquals(2, replay(node, file(TALLIES), "--rate", "10", "--speed", "10"));
      assertEquals(0, node.batches.size());
    }
  }

  @Test
  void replay_keyOverPlainHttpToAnotherMachine_isRefusedBeforeAnythingIsSent() throws IOException {
    String[] arguments = {file(TALLIES), "--url", "http://192.0.2.1:8080", "--key", "k"};
    assertTrue(execute(arguments) != 0);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("https"), err::toString);
  }

  private int replay(ReplayNode node, String file, String... more) {
    String[] arguments = java.util.Arrays.copyOf(more, more.length + 5);
    arguments[more.length] = file;
    arguments[more.length + 1] = "--url";
    arguments[more.length + 2] = node.url().toString();
    arguments[more.length + 3] = "--election";
    arguments[more.length + 4] = "contoh";
    return execute(arguments);
  }

  private int execute(String... arguments) {
    PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    CommandLine command =
        new CommandLine(new Replay(new PrintStream(out, true, StandardCharsets.UTF_8), toErr));
    command.setExecutionExceptionHandler(
        (e, line, result) -> {
          toErr.println(e.getMessage());
          return 1;
        });
    return command.execute(arguments);
  }

  private String file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "forms", ".csv"), text).toString();
  }
}
