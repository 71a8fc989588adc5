package id.pantau.load.counting;

import id.pantau.count.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * As a results database is mostly written: batches of whatever came in from the whole country, a
 * row a form in the log, totals of all five levels ({@code peers/postgres-mixed.sql}).
 */
final class MixedBatches implements PostgresWay {
  private static final long SEED = 20_240_214;

  @Override
  public String name() {
    return "postgres-mixed";
  }

  @Override
  public String statement() {
    return "SELECT count_mixed($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)";
  }

  @Override
  public String tables() {
    return "mixed_station, mixed_totals, mixed_log";
  }

  /** A form and the areas above its station's village. */
  private record Placed(Item item, int kecamatan, int kabupaten, int province) {}

  @Override
  public List<List<byte[]>> commands(Load load, int clients) throws IOException {
    List<Placed> all = new ArrayList<>();
    int batchForms = 0;
    for (Batch batch : load.batches()) {
      batchForms = Math.max(batchForms, batch.size());
      for (int i = 0; i < batch.size(); i++) {
        all.add(
            new Placed(
                batch.items().get(i),
                batch.kecamatan()[i],
                batch.kabupaten()[i],
                batch.province()));
      }
    }
    Collections.shuffle(all, new Random(SEED));
    List<List<byte[]>> commands = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      commands.add(new ArrayList<>());
    }
    for (int from = 0, nr = 0; from < all.size(); from += batchForms, nr++) {
      List<Placed> batch = all.subList(from, Math.min(all.size(), from + batchForms));
      commands.get(nr % clients).add(command(batch));
    }
    return commands;
  }

  private static byte[] command(List<Placed> batch) throws IOException {
    Set<Long> stations = new HashSet<>();
    for (Placed one : batch) {
      if (!stations.add(station(one.item()))) {
        throw new IOException("a station stands twice: " + one.item().station().code());
      }
    }
    List<Item> items = batch.stream().map(Placed::item).toList();
    return PostgresSocket.running(
        List.of(
            PostgresWay.number(NOW_MILLIS),
            PostgresWay.longs(items, MixedBatches::station),
            PostgresWay.ints(items, item -> item.station().village()),
            PostgresArray.ints(batch.stream().mapToInt(Placed::kecamatan).toArray()),
            PostgresArray.ints(batch.stream().mapToInt(Placed::kabupaten).toArray()),
            PostgresArray.ints(batch.stream().mapToInt(Placed::province).toArray()),
            PostgresWay.ints(items, item -> item.record()[0] & 0xff),
            PostgresWay.ints(items, PostgresWay::rank),
            PostgresWay.longs(items, PostgresWay::hash),
            PostgresWay.ints(items, item -> PostgresWay.votes(item, 0)),
            PostgresWay.ints(items, item -> PostgresWay.votes(item, 1)),
            PostgresWay.ints(items, item -> PostgresWay.votes(item, 2)),
            PostgresArray.bytes(items.stream().map(Item::packed).toList())));
  }

  /** Its slot is its own only within its province. */
  private static long station(Item item) {
    return (long) item.station().province() << 32 | item.station().slot();
  }

  @Override
  public void check(PostgresSocket client, Load before, Load load) throws IOException {
    Map<Integer, long[]> found = new HashMap<>();
    for (List<String> row : client.query("SELECT area, a, b, c, counted, held FROM mixed_totals")) {
      long[] figures = row.stream().skip(1).mapToLong(Long::parseLong).toArray();
      found.put(Integer.parseInt(row.get(0)), figures);
    }
    // The nation's and the villages' stand there too; what must be is known of the levels between.
    for (int area : load.truth().areas().keySet()) {
      load.truth().check(area, found.getOrDefault(area, new long[load.truth().width()]));
    }
    String said = client.query("SELECT count(*) FROM mixed_log").get(0).get(0);
    int forms = before.forms() + load.forms();
    if (!said.equals("" + forms)) {
      throw new IOException(said + " forms in the log, not " + forms);
    }
  }
}
