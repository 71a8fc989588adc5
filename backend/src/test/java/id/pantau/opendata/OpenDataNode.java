package id.pantau.opendata;

import id.pantau.board.BoardNode;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Health;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A node's board and open data on the rig's Redis, with a public port that has nothing else. */
final class OpenDataNode implements AutoCloseable {
  private final CountRig rig;
  private final Path folder;
  private final BoardNode board;
  private final OpenDataVerticle verticle;
  private final String deployed;
  private final WebRig web;

  OpenDataNode(CountRig rig, Election election, Path folder, Acts acts) {
    this(rig, election, folder, acts, new Settings.OpenData("", 1, 3, 35, 100, ""));
  }

  OpenDataNode(CountRig rig, Election election, Path folder, Acts acts, Settings.OpenData limits) {
    this.rig = rig;
    this.folder = folder.resolve("opendata");
    this.board = new BoardNode(rig, election, acts);
    Settings all = rig.settings();
    Settings settings =
        new Settings(
            all.node().withData(folder.toString()),
            all.redis(),
            all.intake(),
            all.count(),
            all.board(),
            all.live(),
            all.api(),
            all.photos(),
            all.web(),
            all.card(),
            all.command(),
            limits,
            all.webhooks(),
            all.reading());
    this.verticle =
        new OpenDataVerticle(
            settings,
            election,
            board::ledger,
            acts,
            new SimpleMeterRegistry(),
            InstantSource.system());
    this.deployed = Waiting.get(rig.vertx().deployVerticle(verticle));
    this.web = new WebRig(1, List.of(verticle.routes()));
  }

  BoardNode board() {
    return board;
  }

  Health.State health() {
    return verticle.health();
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return web.get(path, headers);
  }

  HttpResponse<byte[]> send(String method, String path) {
    return web.send(method, path);
  }

  /**
   * The folder of the newest snapshot, once a province's row in it has so many stations counted.
   */
  Path counted(String contest, long stations) {
    String ending = "," + stations + ",";
    Waiting.until(
        stations + " stations of " + contest + " in a snapshot",
        () -> {
          Path newest = newest();
          return newest != null
              && read(newest.resolve(contest + "-totals-nation.csv"))
                  .lines()
                  .skip(1)
                  .anyMatch(line -> line.matches(".*" + ending + "\\d+,\\d+"));
        });
    return Objects.requireNonNull(newest());
  }

  /** The newest snapshot, once there is one. */
  Path first() {
    Waiting.until("a snapshot", () -> newest() != null);
    return Objects.requireNonNull(newest());
  }

  /** The newest that the pointer names. */
  private @Nullable Path newest() {
    List<Path> all = snapshots();
    if (all.isEmpty()) {
      return null;
    }
    Path last = all.get(all.size() - 1);
    String pointer = WebRig.text(get("/data/latest.json"));
    return pointer.contains(last.getFileName().toString()) ? last : null;
  }

  List<Path> snapshots() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var names = Files.list(folder)) {
      return names
          .filter(Files::isDirectory)
          .filter(each -> Snapshot.isId(each.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** The text of a file; of its inside where it is gzip. */
  static String read(Path file) {
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    web.close();
    Waiting.get(rig.vertx().undeploy(deployed));
    board.close();
  }
}
