package id.pantau.load.counting;

import id.pantau.load.Measured;
import id.pantau.load.redis.BenchRedis;
import id.pantau.model.Election;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All rounds of a comparison: each design once a round, a fresh Redis and a fresh PostgreSQL every
 * round, another design first each time, so that a noisy minute hits all alike.
 */
public final class Rounds {
  private final Election election;
  private final Setup setup;
  private final Map<String, List<Design.Run>> runs = new LinkedHashMap<>();
  private final List<String> voids = new ArrayList<>();

  /**
   * What is compared, and on what.
   *
   * @param redisBinary empty: the product's choice
   * @param postgres starts PostgreSQL; its schemas lie beside it
   * @param connections of designs that are not bound to the product's one
   * @param before an earlier {@code count.lua}, for the design of that name
   */
  public record Setup(
      List<String> designs,
      String redisBinary,
      String fsync,
      Path postgres,
      int connections,
      Path before) {}

  public Rounds(Election election, Setup setup) {
    this.election = election;
    this.setup = setup;
  }

  /**
   * Runs a round.
   *
   * @param warmup is counted first by every design and leaves no figures
   * @param before empty, or what the load corrects
   */
  public void round(int number, Load warmup, Load before, Load load)
      throws IOException, InterruptedException {
    boolean needsPostgres = setup.designs().stream().anyMatch(d -> d.startsWith("postgres"));
    PostgresServer server = needsPostgres ? postgres() : null;
    try (BenchRedis redis = redis();
        BenchRedis second = redis()) {
      List<Design> designs = new ArrayList<>();
      for (String name : setup.designs()) {
        designs.add(design(name, redis, second, server));
      }
      for (Design design : designs) {
        design.run(Load.NONE, warmup);
      }
      for (int i = 0; i < designs.size(); i++) {
        run(number, designs.get((i + number) % designs.size()), before, load);
      }
      for (Design design : designs) {
        design.close();
      }
    } finally {
      if (server != null) {
        server.close();
      }
    }
  }

  private void run(int number, Design design, Load before, Load load)
      throws IOException, InterruptedException {
    Measured line = new Measured().put("round", number).put("design", design.name());
    try {
      Design.Run run = design.run(before, load);
      runs.computeIfAbsent(design.name(), name -> new ArrayList<>()).add(run);
      line.put("forms", load.forms())
          .put("formsPerSecond", run.formsPerSecond())
          .put("storeCpuMicrosPerForm", run.storeMicros())
          .put("makingCpuMicrosPerForm", run.makeMicros())
          .put("good", true);
    } catch (IOException wrong) {
      voids.add(number + " " + design.name() + ": " + wrong.getMessage());
      line.put("void", String.valueOf(wrong.getMessage())).put("good", false);
    }
    System.out.println(line.json());
  }

  private BenchRedis redis() throws IOException, InterruptedException {
    return new BenchRedis(setup.redisBinary(), setup.fsync());
  }

  private PostgresServer postgres() throws IOException {
    PostgresServer server = new PostgresServer(setup.postgres());
    try (PostgresSocket admin = server.connect()) {
      for (String schema : List.of("postgres.sql", "postgres-mixed.sql")) {
        admin.query(Files.readString(setup.postgres().resolveSibling(schema)));
      }
    }
    return server;
  }

  /** The product has one connection to Redis; the others may have more. */
  private Design design(
      String name, BenchRedis redis, BenchRedis second, @Nullable PostgresServer postgres)
      throws IOException {
    int connections = setup.connections();
    return switch (name) {
      case "raw" -> new RawSets(redis, connections, 1);
      case "function" -> new ProductFunction(name, election, redis, 1, connections);
      case "function-before" ->
          new ProductFunction(
              name, election, redis, 1, connections, Files.readAllBytes(setup.before()));
      case "function-spread" -> new ProductFunction(name, election, redis, connections, 1);
      case "function-2" ->
          new Primaries(
              name,
              election.areas(),
              List.of(
                  new ProductFunction(name, election, redis, 1, connections),
                  new ProductFunction(name, election, second, 1, connections)));
      case "absolute-function" -> new ThinFunction(election, redis, 1, connections);
      case "absolute-watch" -> new WatchedSets(election, redis, connections);
      case "postgres-1" -> postgres(postgres, new ProvinceBatches(), 1);
      case "postgres-2" -> postgres(postgres, new ProvinceBatches(), 2);
      case "postgres-mixed-1" -> postgres(postgres, new MixedBatches(), 1);
      case "postgres-mixed-2" -> postgres(postgres, new MixedBatches(), 2);
      default -> throw new IllegalArgumentException("no design is called " + name);
    };
  }

  private static Design postgres(@Nullable PostgresServer server, PostgresWay way, int clients)
      throws IOException {
    return new Postgres(Objects.requireNonNull(server), way, clients);
  }

  /** The runs of every design that were right, in the order of the rounds. */
  public Map<String, List<Design.Run>> runs() {
    return runs;
  }

  /** Why runs are void. */
  public List<String> voids() {
    return voids;
  }
}
