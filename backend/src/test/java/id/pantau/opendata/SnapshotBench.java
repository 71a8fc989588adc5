package id.pantau.opendata;

import id.pantau.board.BoardNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a snapshot of a whole election costs: CPU, allocated bytes and written bytes, of the thread
 * that makes it. {@code main [ELECTION] [FORMS]}; the forms are made up.
 */
final class SnapshotBench {
  private static final int BATCH = 1000;

  private SnapshotBench() {}

  public static void main(String[] args) throws Exception {
    Election election = ElectionReader.packed(args.length > 0 ? args[0] : "pemilu-2024");
    int forms = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Path folder = Files.createTempDirectory("snapshot-bench");
    try (CountRig rig = new CountRig(folder)) {
      CountNode count = rig.node("a", election);
      try (BoardNode board = new BoardNode(rig, election)) {
        int stations = election.areas().stations(0);
        for (int i = 0; i < 3; i++) {
          snapshot("empty", board, election, stations, folder.resolve("empty-" + i));
        }
        count(count, election, forms);
        Waiting.until("shown", () -> board.figures("ppwp", "0").get(3) >= forms);
        for (int i = 0; i < 3; i++) {
          snapshot("forms", board, election, stations, folder.resolve("forms-" + i));
        }
      }
    }
  }

  private static void count(CountNode count, Election election, int forms) {
    AreaTree tree = election.areas();
    Forms made = new Forms(election);
    Random random = new Random(2024);
    int rest = forms;
    int choices = election.contests().get(0).choices().size();
    for (int province : tree.provinces()) {
      List<Submission> batch = new ArrayList<>();
      for (int slot = 0; slot < tree.stations(province) && rest > 0; slot++) {
        String station = tree.stationAt(province, slot).code();
        int[] votes = random.ints(choices, 0, 95).toArray();
        batch.add(made.sound("ppwp", station, 1, Method.MACHINE, votes));
        rest--;
        if (batch.size() == BATCH) {
          count.count(batch.toArray(Submission[]::new));
          batch.clear();
        }
      }
      if (!batch.isEmpty()) {
        count.count(batch.toArray(Submission[]::new));
      }
    }
  }

  private static void snapshot(
      String name, BoardNode board, Election election, int stations, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var copy = SnapshotMaker.answer(board.ledger().open());
    Cost from = Cost.now();
    SnapshotMaker maker = new SnapshotMaker(election, new Pace(100), folder);
    Snapshot made = maker.write(copy, Instant.now(), null);
    Cost cost = Cost.now().since(from);
    print(name, cost, made, stations);
    Path taken = Files.createDirectories(folder.resolve("taken"));
    from = Cost.now();
    try (LastSnapshot last = new LastSnapshot(folder, maker.shares())) {
      Snapshot again =
          new SnapshotMaker(election, new Pace(100), taken).write(copy, Instant.now(), last);
      if (!again.digest().equals(made.digest())) {
        throw new AssertionError("what was taken over is not what was written");
      }
      print(name + ", taken over", Cost.now().since(from), again, stations);
    }
    if (folder.endsWith("forms-2")) {
      made.files().values().forEach(f -> System.out.println(f.bytes() + " " + f.name()));
    }
  }

  private static void print(String name, Cost cost, Snapshot made, int stations) {
    System.out.printf(
        Locale.ROOT,
        "{\"of\":\"%s\",\"millis\":%d,\"cpuMillis\":%d,\"cpuNanosAStation\":%d,"
            + "\"allocatedBytesAStation\":%d,\"bytes\":%d}%n",
        name,
        cost.nanos() / 1_000_000,
        cost.cpuNanos() / 1_000_000,
        cost.cpuNanos() / stations,
        cost.allocatedBytes() / stations,
        made.bytes());
  }
}
