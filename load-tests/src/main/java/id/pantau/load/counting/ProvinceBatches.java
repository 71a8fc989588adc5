package id.pantau.load.counting;

import id.pantau.count.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * As well as we know how, with what the count itself has learnt: a batch of one province, one row a
 * batch in the log ({@code peers/postgres.sql}).
 */
final class ProvinceBatches implements PostgresWay {
  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String statement() {
    return "SELECT count_batch($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)";
  }

  @Override
  public String tables() {
    return "position, station, totals, log";
  }

  @Override
  public List<List<byte[]>> commands(Load load, int clients) throws IOException {
    List<List<byte[]>> all = new ArrayList<>();
    for (List<Batch> dealt : load.dealt(clients)) {
      List<byte[]> commands = new ArrayList<>(dealt.size());
      for (Batch batch : dealt) {
        commands.add(command(batch));
      }
      all.add(commands);
    }
    return all;
  }

  private static byte[] command(Batch batch) throws IOException {
    Set<Integer> slots = new HashSet<>();
    for (Item item : batch.items()) {
      if (!slots.add(item.station().slot())) {
        throw new IOException("a station stands twice in a batch: " + item.station().code());
      }
    }
    ByteArrayOutputStream forms = new ByteArrayOutputStream();
    for (Item item : batch.items()) {
      forms.write(item.record()[0] & 7);
      forms.write(item.packed().length >>> 8);
      forms.write(item.packed().length);
      forms.writeBytes(item.packed());
    }
    List<Item> items = batch.items();
    return PostgresSocket.running(
        List.of(
            PostgresWay.number(batch.province()),
            PostgresWay.number(NOW_MILLIS),
            PostgresWay.ints(items, item -> item.station().slot()),
            PostgresArray.ints(batch.kecamatan()),
            PostgresArray.ints(batch.kabupaten()),
            PostgresWay.ints(items, item -> item.record()[0] & 0xff),
            PostgresWay.ints(items, PostgresWay::rank),
            PostgresWay.longs(items, PostgresWay::hash),
            PostgresWay.ints(items, item -> PostgresWay.votes(item, 0)),
            PostgresWay.ints(items, item -> PostgresWay.votes(item, 1)),
            PostgresWay.ints(items, item -> PostgresWay.votes(item, 2)),
            forms.toByteArray()));
  }

  @Override
  public void check(PostgresSocket client, Load before, Load load) throws IOException {
    int areas = 0;
    for (List<String> row : client.query("SELECT area, a, b, c, counted, held FROM totals")) {
      long[] figures = row.stream().skip(1).mapToLong(Long::parseLong).toArray();
      load.truth().check(Integer.parseInt(row.get(0)), figures);
      areas++;
    }
    String said =
        client
            .query(
                "SELECT (SELECT count(*) FROM log) || ' ' || (SELECT sum(revision) FROM position)")
            .get(0)
            .get(0);
    int batches = before.batches().size() + load.batches().size();
    if (areas != load.truth().areas().size() || !said.equals(batches + " " + batches)) {
      throw new IOException(areas + " areas, entries and revisions " + said + ", not " + batches);
    }
  }
}
