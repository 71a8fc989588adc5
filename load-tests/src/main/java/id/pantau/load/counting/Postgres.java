package id.pantau.load.counting;

import id.pantau.platform.LogEntry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same work in PostgreSQL, in one of two ways. A client sends its next batch before the last
 * was answered, so that the server never waits for it.
 */
final class Postgres implements Design {
  private static final int UNDER_WAY_MAX = 2;
  private final PostgresServer server;
  private final PostgresWay way;
  private final List<PostgresSocket> clients = new ArrayList<>();
  private final ExecutorService senders;

  /**
   * @param server has the schema already
   */
  Postgres(PostgresServer server, PostgresWay way, int clients) throws IOException {
    this.server = server;
    this.way = way;
    this.senders = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      PostgresSocket client = server.connect();
      client.prepare(way.statement());
      this.clients.add(client);
    }
  }

  @Override
  public String name() {
    return way.name() + "-" + clients.size();
  }

  @Override
  public Run run(Load before, Load load) throws IOException, InterruptedException {
    PostgresSocket first = clients.get(0);
    first.query("TRUNCATE " + way.tables());
    first.query("CHECKPOINT");
    if (before.forms() > 0) {
      send(before);
      first.query("CHECKPOINT");
    }
    long made = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<List<byte[]>> commands = way.commands(load, clients.size());
    double makeSeconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - made) / 1e9;
    double cpu = server.cpuSeconds();
    long started = System.nanoTime();
    sendAll(commands);
    double seconds = (System.nanoTime() - started) / 1e9;
    double cpuSeconds = server.cpuSeconds() - cpu;
    way.check(first, before, load);
    double forms = load.forms();
    return new Run(forms / seconds, cpuSeconds / forms * 1e6, makeSeconds / forms * 1e6);
  }

  private void send(Load load) throws IOException, InterruptedException {
    sendAll(way.commands(load, clients.size()));
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

  @Override
  public void close() throws IOException {
    senders.shutdownNow();
    for (PostgresSocket client : clients) {
      client.close();
    }
  }
}
