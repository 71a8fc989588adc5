package id.pantau.load.counting;

import id.pantau.count.Item;
import id.pantau.platform.LogEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/**
 * The same work in PostgreSQL: {@code peers/postgres.sql}. A client sends its next batch before the
 * last was answered, so that the server never waits for it.
 */
final class Postgres implements Design {
  private static final int UNDER_WAY_MAX = 2;
  private static final int RECORD_HEAD = 11;
  private static final int HASH_AT = 3;
  private static final long NOW_MILLIS = 1_707_900_000_000L;

  private final PostgresServer server;
  private final List<PostgresSocket> clients = new ArrayList<>();
  private final ExecutorService senders;

  /**
   * @param server has the schema already
   */
  Postgres(PostgresServer server, int clients) throws IOException {
    this.server = server;
    this.senders = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      PostgresSocket client = server.connect();
      client.prepare("SELECT count_batch($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)");
      this.clients.add(client);
    }
  }

  @Override
  public String name() {
    return "postgres-" + clients.size();
  }

  @Override
  public Run run(Load before, Load load) throws IOException, InterruptedException {
    PostgresSocket first = clients.get(0);
    first.query("TRUNCATE position, station, totals, log");
    first.query("CHECKPOINT");
    if (before.forms() > 0) {
      send(before);
      first.query("CHECKPOINT");
    }
    long made = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<List<byte[]>> commands = commands(load);
    double makeSeconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - made) / 1e9;
    double cpu = server.cpuSeconds();
    long started = System.nanoTime();
    sendAll(commands);
    double seconds = (System.nanoTime() - started) / 1e9;
    double cpuSeconds = server.cpuSeconds() - cpu;
    check(first, load, before.batches().size() + load.batches().size());
    double forms = load.forms();
    return new Run(forms / seconds, cpuSeconds / forms * 1e6, makeSeconds / forms * 1e6);
  }

  private void send(Load load) throws IOException, InterruptedException {
    sendAll(commands(load));
  }

  private List<List<byte[]>> commands(Load load) throws IOException {
    List<List<byte[]>> all = new ArrayList<>();
    for (List<Batch> dealt : load.dealt(clients.size())) {
      List<byte[]> commands = new ArrayList<>(dealt.size());
      for (Batch batch : dealt) {
        commands.add(command(batch));
      }
      all.add(commands);
    }
    return all;
  }

  private void sendAll(List<List<byte[]>> commands) throws IOException, InterruptedException {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      PostgresSocket client = clients.get(i);
      List<byte[]> own = commands.get(i);
      work.add(() -> send(client, own));
    }
    try {
      for (Future<Void> one : senders.invokeAll(work)) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static Void send(PostgresSocket client, List<byte[]> commands) throws IOException {
    int answered = 0;
    for (int i = 0; i < commands.size(); i++) {
      if (i - answered == UNDER_WAY_MAX) {
        applied(client.rows());
        answered++;
      }
      client.send(commands.get(i));
    }
    for (; answered < commands.size(); answered++) {
      applied(client.rows());
    }
    return null;
  }

  /** One row of one int4[]: what became of each form. */
  private static void applied(List<List<byte[]>> rows) throws IOException {
    ByteBuffer outcomes = ByteBuffer.wrap(rows.get(0).get(0)).position(PostgresArray.HEAD);
    while (outcomes.hasRemaining()) {
      int length = outcomes.getInt();
      if (length != 4 || outcomes.getInt() >= LogEntry.DUPLICATE) {
        throw new IOException("not every form was counted");
      }
    }
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
    return PostgresSocket.running(
        List.of(
            ByteBuffer.allocate(4).putInt(batch.province()).array(),
            ByteBuffer.allocate(8).putLong(NOW_MILLIS).array(),
            ints(batch, item -> item.station().slot()),
            PostgresArray.ints(batch.kecamatan()),
            PostgresArray.ints(batch.kabupaten()),
            ints(batch, item -> item.record()[0] & 0xff),
            ints(batch, Postgres::rank),
            hashes(batch),
            ints(batch, item -> votes(item, 0)),
            ints(batch, item -> votes(item, 1)),
            ints(batch, item -> votes(item, 2)),
            forms.toByteArray()));
  }

  private static int rank(Item item) {
    byte[] r = item.record();
    return (r[0] & 0xf0) << 12 | (r[1] & 0xff) << 8 | (r[2] & 0xff);
  }

  private static int votes(Item item, int choice) {
    ByteBuffer record = ByteBuffer.wrap(item.record(), RECORD_HEAD + 3 * choice, 3);
    return (record.get() & 0xff) << 16 | (record.getShort() & 0xffff);
  }

  private static byte[] ints(Batch batch, ToIntFunction<Item> figure) {
    return PostgresArray.ints(batch.items().stream().mapToInt(figure).toArray());
  }

  private static byte[] hashes(Batch batch) {
    return PostgresArray.longs(
        batch.items().stream()
            .mapToLong(item -> ByteBuffer.wrap(item.record()).getLong(HASH_AT))
            .toArray());
  }

  private static void check(PostgresSocket client, Load load, int batches) throws IOException {
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
    if (areas != load.truth().areas().size() || !said.equals(batches + " " + batches)) {
      throw new IOException(areas + " areas, entries and revisions " + said + ", not " + batches);
    }
  }

  @Override
  public void close() throws IOException {
    senders.shutdownNow();
    for (PostgresSocket client : clients) {
      client.close();
    }
  }
}
