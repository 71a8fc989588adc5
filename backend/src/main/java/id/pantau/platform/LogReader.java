package id.pantau.platform;

import id.pantau.model.Position;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a province's log stream in pieces, so that no single answer keeps Redis or us busy. */
public final class LogReader {
  private static final int ENTRIES = 64;

  private LogReader() {}

  /** Up to {@code count} entries after a position, oldest first. */
  public static Future<List<LogEntry>> readAfter(
      RedisLink link, String key, Position after, int count) {
    return read(link, key, LogEntry.after(after), count);
  }

  /** Every entry, oldest first. */
  public static Future<Void> readAll(RedisLink link, String key, Consumer<LogEntry> each) {
    return readOn(link, key, new byte[] {'-'}, each);
  }

  /** The entry at a position; null where there is none. */
  public static Future<@Nullable LogEntry> readAt(RedisLink link, String key, Position at) {
    String id = LogEntry.id(at);
    return link.send(Request.cmd(Command.XRANGE).arg(key).arg(id).arg(id))
        .map(answer -> answer.size() == 0 ? null : LogEntry.read(answer.get(0)));
  }

  private static Future<Void> readOn(
      RedisLink link, String key, byte[] from, Consumer<LogEntry> each) {
    return take(link, key, read(link, key, from, ENTRIES), each);
  }

  /** While a piece is taken in, Redis makes the next one. */
  private static Future<Void> take(
      RedisLink link, String key, Future<List<LogEntry>> piece, Consumer<LogEntry> each) {
    return piece.compose(
        entries -> {
          if (entries.size() < ENTRIES) {
            entries.forEach(each);
            return Future.succeededFuture();
          }
          byte[] from = LogEntry.after(entries.get(entries.size() - 1).position());
          Future<List<LogEntry>> next = read(link, key, from, ENTRIES);
          entries.forEach(each);
          return take(link, key, next, each);
        });
  }

  private static Future<List<LogEntry>> read(RedisLink link, String key, byte[] from, int count) {
    return link.send(
            Request.cmd(Command.XRANGE).arg(key).arg(from).arg("+").arg("COUNT").arg(count))
        .map(
            answer -> {
              List<LogEntry> entries = new ArrayList<>(answer.size());
              for (Response element : answer) {
                entries.add(LogEntry.read(element));
              }
              return entries;
            });
  }
}
