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
 * Which provinces a node that starts need not check: where both ends of what was read at the last
 * check are still there, and so is the newest that the journal has since, byte by byte, counted in
 * the epoch of the check (no loss was noticed in between). Any doubt means no. Count's context
 * only.
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
   * Whether the log has all that the journal has of a province.
   *
   * @param at the province, after it was asked whether its epoch must rise
   * @return null where that is in doubt, else the proof of it for the next start
   */
  Future<@Nullable Proof> renewed(ProvincePosition at) {
    Proof proof = known.get(at.province());
    JournalFolder.Newest newest = contents.forms().get(at.province());
    // Later in its life a node checks because something was lost.
    if (started.contains(at.province()) || proof == null || newest == null || !newest.isInOrder()) {
      return Future.succeededFuture();
    }
    boolean more = newest.position().compareTo(proof.checked()) > 0;
    // What was counted in a later epoch may have been counted after a loss.
    if (more && newest.position().epoch() != proof.checked().epoch()) {
      return Future.succeededFuture();
    }
    Future<@Nullable LogEntry> begins = entryAt(at.province(), proof.first());
    Future<@Nullable LogEntry> ends = entryAt(at.province(), proof.last());
    Future<@Nullable LogEntry> last = more ? entryAt(at.province(), newest.position()) : ends;
    return Future.all(begins, ends, last)
        .map(
            read -> {
              LogEntry found = last.result();
              boolean same = proof.isOfNothing() || proof.isOf(begins.result(), ends.result());
              return found != null && same && (!more || newest.isIn(found))
                  ? proof.renewed(at.seen(), begins.result(), found)
                  : null;
            });
  }

  private Future<@Nullable LogEntry> entryAt(String province, @Nullable Position at) {
    if (at == null) {
      return Future.succeededFuture();
    }
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
