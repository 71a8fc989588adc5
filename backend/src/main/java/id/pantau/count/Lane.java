package id.pantau.count;

import id.pantau.model.Answer;
import id.pantau.model.Finding;
import id.pantau.model.Position;
import id.pantau.platform.Counting.Busy;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.RedisLink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One province's way through the count: a bounded queue, one call to Redis at a time, so a batch is
 * whatever gathered meanwhile. A call is of one contest, and a station sends its papers one behind
 * the other: so each contest waits in a line of its own, and the lines have their turns. Count's
 * context only.
 *
 * <p>A form's steps, and what a crash after each means: 1 the function counted it: nobody was told,
 * the submitter asks again and hears {@code duplicate}; 2 the journal synced it: nobody was told,
 * likewise, but now no loss of Redis can lose it; 3 it was answered: it is safe.
 */
final class Lane {
  private static final int SLOT_AGAIN_MILLIS = 20;

  private final Count count;
  private final ProvincePosition position;
  private final Map<String, ArrayDeque<Waiting>> lines = new LinkedHashMap<>();
  private int depth;
  private boolean calling;
  private boolean waitingForRefill;
  private boolean waitingForSlot;
  private long movingSinceNanos;

  /** A form in the queue, since when we have it, and where its answer goes. */
  record Waiting(
      Item item, List<Finding> findings, long receivedAtMillis, Tally tally, int index) {}

  Lane(Count count, String province, Position seen) {
    this.count = count;
    this.position = new ProvincePosition(province, seen);
  }

  String province() {
    return position.province();
  }

  ProvincePosition position() {
    return position;
  }

  int depth() {
    return depth;
  }

  void offer(Waiting waiting) {
    line(waiting).add(waiting);
    depth++;
  }

  private ArrayDeque<Waiting> line(Waiting waiting) {
    return lines.computeIfAbsent(waiting.item().contest().id(), contest -> new ArrayDeque<>());
  }

  /** From now on nothing is counted until a refill has succeeded. */
  void mayHaveLost() {
    waitingForRefill = true;
  }

  boolean isWaitingForRefill() {
    return waitingForRefill;
  }

  void refilled() {
    waitingForRefill = false;
    pump();
  }

  /** Sends the next batch, where it may. */
  void pump() {
    if (calling || waitingForRefill || waitingForSlot || depth == 0) {
      return;
    }
    if (!count.isComing(this)) {
      failAll("Redis cannot be reached");
      return;
    }
    if (!count.isUp(this) || count.journalIsFull()) {
      return;
    }
    List<Waiting> batch = next();
    List<Item> items = batch.stream().map(Waiting::item).toList();
    calling = true;
    Position sent = position.seen();
    count
        .apply(province(), items, sent)
        .onComplete(
            done -> {
              calling = false;
              if (done.succeeded()) {
                counted(batch, done.result(), sent);
              } else {
                failed(batch, done.cause());
              }
              pump();
            });
  }

  /** Up to a batch of the line whose turn it is, in forms and in bytes; then it goes to the end. */
  private List<Waiting> next() {
    Map.Entry<String, ArrayDeque<Waiting>> turn = lines.entrySet().iterator().next();
    ArrayDeque<Waiting> line = turn.getValue();
    lines.remove(turn.getKey());
    List<Waiting> batch = new ArrayList<>();
    int bytes = 0;
    while (batch.size() < count.batchFormsMax() && !line.isEmpty()) {
      bytes += line.element().item().packed().length;
      if (bytes > Call.PACKED_BYTES_MAX) {
        break;
      }
      batch.add(line.remove());
    }
    if (!line.isEmpty()) {
      lines.put(turn.getKey(), line);
    }
    depth -= batch.size();
    return batch;
  }

  private void counted(List<Waiting> batch, CountFunction.Reply reply, Position sent) {
    movingSinceNanos = 0;
    position.saw(reply.position());
    if (reply.position().epoch() > sent.epoch()) {
      // Another node raised it: forms that only we have may be gone. This batch is not among them.
      mayHaveLost();
      count.recover();
    }
    List<JournalEntry> entries = new ArrayList<>();
    List<Integer> journaled = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Waiting waiting = batch.get(i);
      int outcome = reply.outcomes()[i];
      if (outcome == LogEntry.STALE || outcome == LogEntry.CONFLICT) {
        waiting.tally().answer(waiting.index(), refused(waiting, reply, i));
      } else if (outcome == LogEntry.DUPLICATE
          && count.journalHas(province(), waiting.item().hash())) {
        waiting.tally().answer(waiting.index(), accepted(waiting, outcome, reply.position()));
      } else {
        entries.add(new JournalEntry(outcome, reply.position(), waiting.item().packed()));
        journaled.add(i);
      }
    }
    if (!entries.isEmpty()) {
      count.journal(entries, failure -> synced(batch, journaled, reply, failure));
    }
  }

  private void synced(
      List<Waiting> batch,
      List<Integer> journaled,
      CountFunction.Reply reply,
      @Nullable IOException failure) {
    boolean anew = journaled.stream().anyMatch(i -> reply.outcomes()[i] != LogEntry.DUPLICATE);
    if (failure == null && anew) {
      count.synced(province(), reply.position());
    }
    for (int i : journaled) {
      Waiting waiting = batch.get(i);
      if (failure != null) {
        // Counted, but not safe: not acknowledged, so the submitter comes again.
        waiting.tally().busy(new Busy("the journal cannot be written", 5));
      } else {
        count.journalHolds(province(), FormContent.hashAsLong(waiting.item().hash()));
        int outcome = reply.outcomes()[i];
        if (outcome != LogEntry.DUPLICATE) {
          count.acknowledged(waiting.receivedAtMillis());
        }
        Answer answer = accepted(waiting, outcome, reply.position());
        waiting.tally().answer(waiting.index(), answer);
      }
    }
    pump();
  }

  private void failed(List<Waiting> batch, Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    if (said.startsWith("RUN ") || said.startsWith("POORER ")) {
      // Nothing was written: the batch waits in front until the province has been refilled.
      putBack(batch);
      mayHaveLost();
      count.recover();
      return;
    }
    if (RedisLink.saysSlotMoves(said) && isWorthWaiting()) {
      // Nothing was written: a Cluster refuses such a call before the function begins.
      putBack(batch);
      waitingForSlot = true;
      count.later(
          SLOT_AGAIN_MILLIS,
          () -> {
            waitingForSlot = false;
            pump();
          });
      return;
    }
    movingSinceNanos = 0;
    count.callFailed(province(), said);
    batch.forEach(w -> w.tally().busy(new Busy("the count did not answer: " + said, 2)));
  }

  private void putBack(List<Waiting> batch) {
    ArrayDeque<Waiting> line = line(batch.get(0));
    for (int i = batch.size() - 1; i >= 0; i--) {
      line.addFirst(batch.get(i));
    }
    depth += batch.size();
  }

  /** Counted from the first refusal: servers that disagree for long are like one that is away. */
  private boolean isWorthWaiting() {
    long now = System.nanoTime();
    movingSinceNanos = movingSinceNanos == 0 ? now : movingSinceNanos;
    return now - movingSinceNanos < TimeUnit.MILLISECONDS.toNanos(count.movingMillisMax());
  }

  /** Tells everyone in the queue to come again. */
  void failAll(String why) {
    List<Waiting> all = new ArrayList<>();
    lines.values().forEach(all::addAll);
    lines.clear();
    depth = 0;
    all.forEach(w -> w.tally().busy(new Busy(why, 2)));
  }

  private static Answer accepted(Waiting waiting, int outcome, Position position) {
    Answer.Status status =
        switch (outcome) {
          case LogEntry.COUNTED -> Answer.Status.COUNTED;
          case LogEntry.HELD, LogEntry.BESIDE -> Answer.Status.HELD;
          case LogEntry.DUPLICATE -> Answer.Status.DUPLICATE;
          default -> Answer.Status.STORED;
        };
    return new Answer(status, waiting.findings(), position, null, null);
  }

  private static Answer refused(Waiting waiting, CountFunction.Reply reply, int form) {
    return new Answer(
        reply.outcomes()[form] == LogEntry.STALE ? Answer.Status.STALE : Answer.Status.CONFLICT,
        waiting.findings(),
        null,
        reply.currentRevision(form),
        reply.currentHash(form));
  }
}
