package id.pantau.command.trail;

import id.pantau.command.Reply;
import id.pantau.command.Trail;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail of a node. One thread of its own takes what has gathered, writes it, syncs once and
 * tells all of them. Safe on all threads; futures complete on the caller's context.
 */
public final class AuditTrail implements Trail, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int WAITING_MAX = 4096;
  private static final int BATCH_MAX = 256;
  private static final int DETAILS_CHARS_MAX = 32 * 1024;
  private static final int JOIN_MILLIS = 5_000;

  private final Vertx vertx;
  private final TrailFile file;
  private final InstantSource clock;
  private final BlockingQueue<Act> waiting = new ArrayBlockingQueue<>(WAITING_MAX);

  /** Wakes the thread when the trail closes: a node that goes down waits for nothing. */
  private final Act end;

  private final Thread writer = new Thread(this::write, "pantau-trail");
  private volatile boolean closing;
  private volatile @Nullable String trouble;

  /** An act that waits to be written. */
  private record Act(
      String who,
      String what,
      String subject,
      JsonObject details,
      Promise<Void> done,
      Context home) {
    void tell(@Nullable Throwable failure) {
      home.runOnContext(
          now -> {
            if (failure == null) {
              done.complete();
            } else {
              done.fail(failure);
            }
          });
    }
  }

  private AuditTrail(Vertx vertx, TrailFile file, InstantSource clock) {
    this.vertx = vertx;
    this.file = file;
    this.clock = clock;
    this.end = new Act("", "", "", new JsonObject(), Promise.promise(), vertx.getOrCreateContext());
  }

  /**
   * Opens the trail under a node's data and checks its chain. Blocks as long as the file is.
   *
   * @throws IOException where the file cannot be read or written: the node must not start
   */
  public static AuditTrail open(Vertx vertx, Path data, InstantSource clock) throws IOException {
    String mark = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString().replace(":", "");
    TrailFile file = TrailFile.open(data, mark);
    AuditTrail trail = new AuditTrail(vertx, file, clock);
    LOG.info("the audit trail holds {} entries, the newest is {}", file.lines(), file.last());
    if (file.tornBytes() > 0) {
      LOG.warn(
          "the last line of the audit trail was torn; its {} bytes are in {}",
          file.tornBytes(),
          file.tornName());
      trail.sayFirst(
          "trail-torn",
          new JsonObject().put("bytes", file.tornBytes()).put("file", file.tornName()));
    }
    if (file.brokenLine() > 0) {
      LOG.error(
          "THE AUDIT TRAIL IS BROKEN at line {}: somebody has changed or removed an entry",
          file.brokenLine());
      trail.sayFirst("trail-broken", new JsonObject().put("line", file.brokenLine()));
    }
    trail.writer.setDaemon(true);
    trail.writer.start();
    return trail;
  }

  private void sayFirst(String what, JsonObject details) {
    write("node", what, "", details)
        .onFailure(e -> LOG.error("{} could not be written to the audit trail", what, e));
  }

  @Override
  public Future<Void> write(String who, String what, String subject, JsonObject details) {
    if (details.encode().length() > DETAILS_CHARS_MAX) {
      return Future.failedFuture("the details of " + what + " are too long for the audit trail");
    }
    Promise<Void> done = Promise.promise();
    Act act = new Act(who, what, subject, details.copy(), done, vertx.getOrCreateContext());
    if (closing || !waiting.offer(act)) {
      return Future.failedFuture(unwritten());
    }
    return done.future();
  }

  private static Reply.No unwritten() {
    return new Reply.No(
        503, "no-trail", "the audit trail cannot be written, so nothing may be done");
  }

  /** What hinders it to write; null where nothing does. */
  public @Nullable String trouble() {
    return trouble;
  }

  /** Entries, newest first; see {@link Page}. Blocks. */
  Page page(int limit, int before) throws IOException {
    int end = Math.min(before, file.lines() + 1);
    int from = Math.max(1, end - limit);
    List<String> lines = end <= from ? List.of() : file.read(from, end);
    List<String> newest = new ArrayList<>(lines == null ? List.of() : lines);
    Collections.reverse(newest);
    return new Page(newest, from > 1 && !newest.isEmpty() ? from : 0);
  }

  /**
   * A part of the trail.
   *
   * @param next ask before this one for older ones; 0 = there are none
   */
  record Page(List<String> lines, int next) {}

  private void write() {
    List<Act> batch = new ArrayList<>();
    while (true) {
      try {
        Act first = waiting.poll(closing ? 0 : 1, TimeUnit.SECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, BATCH_MAX - 1);
          batch.remove(end);
          append(batch);
          batch.clear();
        } else if (closing) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void append(List<Act> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Throwable failure = null;
    try {
      List<TrailLine> fresh = new ArrayList<>();
      String last = file.last();
      long seq = file.lines();
      String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
      for (Act act : batch) {
        seq++;
        TrailLine line =
            TrailLine.of(seq, at, act.who(), act.what(), act.subject(), act.details(), last);
        last = line.hash();
        fresh.add(line);
      }
      file.append(fresh);
      trouble = null;
    } catch (IOException | RuntimeException e) {
      LOG.error("the audit trail cannot be written, so nothing may be done", e);
      trouble = String.valueOf(e.getMessage());
      failure = unwritten();
    }
    for (Act act : batch) {
      act.tell(failure);
    }
  }

  /** Writes what was taken, then closes. Blocks. */
  @Override
  public void close() throws IOException {
    closing = true;
    // Where there is no room the thread is awake.
    waiting.offer(end);
    try {
      writer.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.close();
  }
}
