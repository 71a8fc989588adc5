package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.cli.Recount;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.Acts;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A withheld station shows its statement and never a figure. */
final class WithheldIT {
  private static final Election ELECTION = CountRig.election("contoh");
  private static final String STATION = "0101011001001";
  private static final Act ACT =
      new Act(
          "act-1",
          Act.Kind.WITHHOLD,
          null,
          STATION,
          "KPU Rekaan",
          Map.of("id", "sengketa", "en", "dispute"),
          Instant.parse("2026-11-21T00:00:00Z"),
          Instant.parse("2026-12-01T00:00:00Z"),
          "op",
          null);

  /** One act in force, from the beginning. */
  private static final class OneAct implements Acts {
    @Override
    public List<Entry> all() {
      return List.of(new Entry(ACT, null));
    }

    @Override
    public void watchOpen(Consumer<List<Act>> onChange) {
      onChange.accept(List.of(ACT));
    }

    @Override
    public void watchSubmitters(Consumer<List<Act>> onChange) {
      onChange.accept(List.of());
    }

    @Override
    public Future<Void> append(Act act) {
      return Future.failedFuture("not here");
    }
  }

  @Test
  void withheld_saysThatAFormCameAndWhoSaysSo_andNoFigure(@TempDir Path folder) {
    try (CountRig rig = new CountRig(folder)) {
      CountNode count = rig.node("a", ELECTION);
      Forms forms = new Forms(ELECTION);
      count.count(
          forms.sound("ppwp", STATION, 1, Method.MACHINE, 71, 72, 73),
          forms.sound("ppwp", "0102011001001", 1, Method.MACHINE, 1, 2, 3));
      try (OpenDataNode node =
          new OpenDataNode(rig, ELECTION, folder.resolve("open"), new OneAct())) {
        Path made = node.counted("ppwp", 2);
        List<String> rows = OpenDataNode.read(made.resolve("ppwp-forms.csv.gz")).lines().toList();
        assertTrue(
            rows.get(1)
                .matches(
                    "false,true,ppwp,"
                        + STATION
                        + ",0,1,counted,counted,act-1,machine,,,[,]*,new,,,"),
            rows.get(1));
        String json = OpenDataNode.read(made.resolve("ppwp-forms.ndjson.gz"));
        assertTrue(!json.contains("71") || !json.contains("\"votes\":{\"900001\":71"), json);
        String station = OpenDataNode.read(made.resolve("ppwp-totals-station.csv.gz"));
        assertTrue(station.contains("," + STATION + ",TPS 1,withheld,act-1,,,,,,"), station);
        String statement = OpenDataNode.read(made.resolve("withheld.csv"));
        assertTrue(statement.contains("act-1,," + STATION + ",KPU Rekaan,sengketa,dispute,"));
        int exit =
            new CommandLine(new Recount())
                .execute(
                    made.resolve("ppwp-forms.csv.gz").toString(),
                    "--election",
                    "contoh",
                    "--published",
                    made.resolve("ppwp-totals-kabupaten.ndjson").toString());
        assertEquals(0, exit, "what lies above the withheld station is not compared");
      }
    }
  }
}
