package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.platform.ContentHash;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.LogReader;
import id.pantau.platform.PackedForm;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One refill, from the raised epochs to the last settled conflict. The journal is read on a worker
 * in pieces, each sent before the next is read: a node's journal need not fit in its memory.
 */
final class RefillRun {
  private static final Logger LOG = LoggerFactory.getLogger(RefillRun.class);
  private static final int PIECE_FORMS = 4_096;
  private static final int PIECE_MINUTES_MAX = 10;

  private final Refill with;
  private final Map<String, ProvincePosition> provinces = new LinkedHashMap<>();
  private final Map<String, HashSet64> held = new HashMap<>();
  private final Map<String, List<JournalEntry>> undecided = new LinkedHashMap<>();
  private final List<Missing> piece = new ArrayList<>();
  private final RefillReport report = new RefillReport();
  private final Map<String, Position> checked = new HashMap<>();
  private final List<ProvincePosition> doubtful = new ArrayList<>();
  private final Map<String, Ends> ends = new HashMap<>();
  private final Set<String> sentTo = new HashSet<>();
  private final RedisKeys keys;
  private final Map<String, Integer> connections = new HashMap<>();
  private final ContentHash hash = new ContentHash();
  private final ContentHash takenHash = new ContentHash();
  private long matched;
  private long foreign;

  /** A form that Redis lacks. */
  private record Missing(JournalEntry entry, Item item) {}

  /** The first and the last entry of a log that was read. */
  private static final class Ends {
    private @Nullable LogEntry first;
    private @Nullable LogEntry last;
  }

  RefillRun(Refill with, Collection<ProvincePosition> provinces) {
    this.with = with;
    this.keys = new RedisKeys(with.election().id());
    for (ProvincePosition each : provinces) {
      this.provinces.put(each.province(), each);
      connections.put(each.province(), link(each.province()).connection());
    }
  }

  Future<RefillReport> go() {
    Future<Void> done = Future.succeededFuture();
    for (ProvincePosition at : provinces.values()) {
      done = done.compose(ok -> raise(at));
    }
    done = done.compose(ok -> with.remember().apply(provinces.values()));
    for (ProvincePosition at : provinces.values()) {
      done = done.compose(ok -> prove(at));
    }
    return done.compose(ok -> same())
        .compose(ok -> whole())
        .compose(ok -> readLogs())
        .compose(ok -> same())
        .compose(
            ok ->
                lacksNothing()
                    ? Future.succeededFuture()
                    : with.vertx().executeBlocking(this::readAndSend, false))
        .compose(ok -> settle())
        // What one run of Redis had says nothing about the next.
        .compose(ok -> same())
        .map(ok -> reported());
  }

  /** A province about which nothing is in doubt is not read. */
  private Future<Void> prove(ProvincePosition at) {
    checked.put(at.province(), at.seen());
    Proofs proofs = with.proofs();
    if (proofs != null && proofs.isOfNothing(at.province())) {
      report.proves(at.province(), Proof.ofNothing(at.seen()));
      return Future.succeededFuture();
    }
    Future<@Nullable Proof> renewed =
        proofs == null ? Future.succeededFuture() : proofs.renewed(at);
    return renewed.map(
        proof -> {
          if (proof == null) {
            doubtful.add(at);
          } else {
            report.proves(at.province(), proof);
          }
          return null;
        });
  }

  /** The hashes of the whole journal: comparing them with the logs may spare reading it again. */
  private Future<Void> whole() {
    Journaled kept = with.kept();
    return kept == null || doubtful.isEmpty() ? Future.succeededFuture() : kept.whole();
  }

  private Future<Void> readLogs() {
    Future<Void> done = Future.succeededFuture();
    for (ProvincePosition at : doubtful) {
      done = done.compose(ok -> hashes(at));
    }
    return done;
  }

  /** Where something was given back, or could not be, the next check proves it. */
  private RefillReport reported() {
    for (ProvincePosition at : foreign > 0 ? List.<ProvincePosition>of() : doubtful) {
      Ends read = Objects.requireNonNull(ends.get(at.province()));
      Position reached = Objects.requireNonNull(checked.get(at.province()));
      LogEntry first = read.first;
      LogEntry last = read.last;
      if (first != null && last != null && !sentTo.contains(at.province())) {
        report.proves(at.province(), Proof.of(reached, first, last));
      }
    }
    return report;
  }

  private RedisLink link(String province) {
    return with.links().of(province);
  }

  private Future<Void> raise(ProvincePosition at) {
    return same()
        .compose(ok -> with.function().raise(link(at.province()), at.province(), at.least()))
        .onSuccess(at::saw)
        .mapEmpty();
  }

  /** What the log has: everything else in the journal is missing. */
  private Future<Void> hashes(ProvincePosition at) {
    HashSet64 hashes = new HashSet64();
    held.put(at.province(), hashes);
    Ends read = new Ends();
    ends.put(at.province(), read);
    Journaled kept = with.kept();
    return LogReader.readAll(
        link(at.province()),
        keys.log(at.province()),
        entry -> {
          read.first = read.first == null ? entry : read.first;
          read.last = entry;
          for (LogEntry.Logged form : entry.forms()) {
            long one = hash.of(form.packed());
            matched += hashes.add(one) && kept != null && kept.has(at.province(), one) ? 1 : 0;
          }
        });
  }

  /**
   * True where all that the source has of these provinces was met in the logs, or is known to be
   * there: a start after which nothing is lost.
   */
  private boolean lacksNothing() {
    Journaled kept = with.kept();
    return doubtful.isEmpty()
        || (kept != null
            && matched
                == doubtful.stream().map(ProvincePosition::province).mapToLong(kept::size).sum());
  }

  private Void readAndSend() throws Exception {
    with.source().read(this::take);
    sendPiece();
    if (foreign > 0) {
      LOG.error("{} kept forms are of a contest or station that this election lacks", foreign);
    }
    return null;
  }

  private void take(JournalEntry entry) {
    HashSet64 there = held.get(PackedForm.province(entry.packed()));
    if (there == null || !there.add(takenHash.of(entry.packed()))) {
      return;
    }
    byte[] content = PackedForm.content(entry.packed());
    FormContent.Key key = FormContent.key(content);
    Contest contest = with.election().contest(key.contest());
    Station station = with.election().areas().station(key.station());
    if (contest == null || station == null) {
      foreign++;
      return;
    }
    Form form = FormContent.unpack(content, with.election()::contest);
    piece.add(new Missing(entry, Item.again(entry, form, contest, station)));
    if (piece.size() == PIECE_FORMS) {
      sendPiece();
    }
  }

  /** Sends what has gathered and waits for it; on the worker. */
  private void sendPiece() {
    List<Missing> forms = List.copyOf(piece);
    piece.clear();
    CompletableFuture<Void> sent = new CompletableFuture<>();
    with.context()
        .runOnContext(
            go -> send(forms).onSuccess(sent::complete).onFailure(sent::completeExceptionally));
    try {
      sent.get(PIECE_MINUTES_MAX, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer within " + PIECE_MINUTES_MAX + " min", e);
    }
  }

  /** Batches of one contest in one province, each in the order of the journal. */
  private Future<Void> send(List<Missing> forms) {
    Map<String, List<Missing>> byKeys = new LinkedHashMap<>();
    for (Missing form : forms) {
      String code = form.item().station().code();
      byKeys
          .computeIfAbsent(
              code.substring(0, 2) + form.item().contest().id(), k -> new ArrayList<>())
          .add(form);
    }
    Future<Void> sent = Future.succeededFuture();
    for (List<Missing> alike : byKeys.values()) {
      for (List<Missing> batch : batches(alike)) {
        sent = sent.compose(ok -> send(batch, CountFunction.Mode.REFILL));
      }
    }
    return sent;
  }

  private List<List<Missing>> batches(List<Missing> alike) {
    List<List<Missing>> batches = new ArrayList<>();
    int bytes = 0;
    for (Missing form : alike) {
      bytes += form.item().packed().length;
      boolean full =
          batches.isEmpty()
              || batches.get(batches.size() - 1).size() == with.batchFormsMax()
              || bytes > Call.PACKED_BYTES_MAX;
      if (full) {
        batches.add(new ArrayList<>());
        bytes = form.item().packed().length;
      }
      batches.get(batches.size() - 1).add(form);
    }
    return batches;
  }

  private Future<Void> send(List<Missing> batch, CountFunction.Mode mode) {
    List<Item> items = batch.stream().map(Missing::item).toList();
    ProvincePosition at =
        Objects.requireNonNull(provinces.get(items.get(0).station().code().substring(0, 2)));
    sentTo.add(at.province());
    // The batch is as old as its forms: the count over time must not begin again with a loss.
    long atMillis = items.stream().mapToLong(Item::receivedAtMillis).max().orElse(0);
    return same()
        .compose(
            ok ->
                with.function()
                    .apply(link(at.province()), at.province(), items, at.seen(), mode, atMillis))
        .map(
            reply -> {
              at.saw(reply.position());
              report.sent(reply.outcomes());
              with.onSent().accept(items.size());
              for (int i = 0; i < batch.size(); i++) {
                if (reply.outcomes()[i] == LogEntry.CONFLICT) {
                  undecided
                      .computeIfAbsent(at.province(), p -> new ArrayList<>())
                      .add(batch.get(i).entry());
                }
              }
              return null;
            });
  }

  private Future<Void> settle() {
    Future<Void> settled = Future.succeededFuture();
    for (Map.Entry<String, List<JournalEntry>> each : undecided.entrySet()) {
      ProvincePosition at = Objects.requireNonNull(provinces.get(each.getKey()));
      settled =
          settled
              .compose(
                  ok ->
                      new Settlement(
                              with.function(), link(at.province()), with.election(), at, report)
                          .settle(each.getValue()))
              .compose(this::sendHistory);
    }
    return settled;
  }

  private Future<Void> sendHistory(List<Item> items) {
    Map<String, List<Missing>> byContest = new LinkedHashMap<>();
    for (Item item : items) {
      JournalEntry kept = new JournalEntry(LogEntry.HISTORY, Position.START, item.packed());
      byContest
          .computeIfAbsent(item.contest().id(), c -> new ArrayList<>())
          .add(new Missing(kept, item));
    }
    Future<Void> sent = Future.succeededFuture();
    for (List<Missing> alike : byContest.values()) {
      for (List<Missing> batch : batches(alike)) {
        sent = sent.compose(ok -> send(batch, CountFunction.Mode.HISTORY));
      }
    }
    return sent;
  }

  /** What was begun on one connection must not go on over the next, which begins by itself. */
  private Future<Void> same() {
    return connections.entrySet().stream()
            .allMatch(each -> link(each.getKey()).connection() == each.getValue())
        ? Future.succeededFuture()
        : Future.failedFuture("the connection to Redis is another one");
  }
}
