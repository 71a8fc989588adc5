package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import id.pantau.platform.LogReader;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLinks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which provinces a node that starts need not check: where the epoch has not risen since the check
 * (no loss was noticed), both ends of what was read then are still there, and so is the newest that
 * the journal has since, byte by byte. Any doubt means no. Count's context only.
 */
final class Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

  private final Vertx vertx;
  private final RedisLinks links;
  private final RedisKeys keys;
  private final JournalFolder.Contents contents;
  private final Map<String, Proof> known;
  private final Set<String> started = new HashSet<>();
  private Future<Void> written = Future.succeededFuture();

  Proofs(Vertx vertx, RedisLinks links, RedisKeys keys, JournalFolder.Contents contents) {
    this.vertx = vertx;
    this.links = links;
    this.keys = keys;
    this.contents = contents;
    this.known = new HashMap<>(contents.proofs());
  }

  /** True at the start of a node whose journal has no form of a province: it can lack none. */
  boolean isOfNothing(String province) {
    return !started.contains(province) && !contents.forms().containsKey(province);
  }

  /**
   * True where the log has all that the journal has of a province.
   *
   * @param at the province, after it was asked whether its epoch must rise
   */
  Future<Boolean> stand(ProvincePosition at) {
    Proof proof = known.get(at.province());
    JournalFolder.Newest newest = contents.forms().get(at.province());
    // Later in its life a node checks because something was lost.
    if (started.contains(at.province()) || proof == null || newest == null || !newest.isInOrder()) {
      return Future.succeededFuture(false);
    }
    if (proof.checked().epoch() != at.seen().epoch()) {
      return Future.succeededFuture(false);
    }
    return endsStand(at.province(), proof)
        .compose(
            stand ->
                !stand || newest.position().compareTo(proof.checked()) <= 0
                    ? Future.succeededFuture(stand)
                    : entryAt(at.province(), newest.position())
                        .map(entry -> entry != null && newest.isIn(entry)));
  }

  private Future<Boolean> endsStand(String province, Proof proof) {
    Position first = proof.first();
    Position last = proof.last();
    if (first == null || last == null) {
      return Future.succeededFuture(true);
    }
    return entryAt(province, first)
        .compose(begins -> entryAt(province, last).map(ends -> proof.isOf(begins, ends)));
  }

  private Future<@Nullable LogEntry> entryAt(String province, Position at) {
    return LogReader.readAt(links.of(province), keys.log(province), at);
  }

  /** Completes when nothing is being written. */
  Future<Void> written() {
    return written;
  }

  /** A check has succeeded: keeps what it proved, for the next start. */
  void checked(Collection<ProvincePosition> provinces, RefillReport report) {
    provinces.forEach(each -> started.add(each.province()));
    if (report.proofs().isEmpty()) {
      return;
    }
    known.putAll(report.proofs());
    Map<String, Proof> all = Map.copyOf(known);
    written =
        vertx
            .<Void>executeBlocking(
                () -> {
                  // A crash before it costs the next start the long way.
                  ProofFile.write(contents.folder(), all);
                  return null;
                })
            .onFailure(e -> LOG.warn("the next start reads all logs: {}", e.toString()));
  }
}
