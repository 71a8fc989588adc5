package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import id.pantau.platform.LogReader;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.RedisLinks;
import io.vertx.core.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The logs of another Redis as a source of forms, province by province. Blocking. */
record RebuildLog(Context context, RedisLinks links, Election election) implements JournalSource {
  private static final int ENTRIES = 64;
  private static final int ANSWER_SECONDS_MAX = 60;

  @Override
  public void read(Consumer<JournalEntry> each) throws IOException {
    RedisKeys keys = new RedisKeys(election.id());
    for (int province : election.areas().provinces()) {
      String code = election.areas().area(province).code();
      String log = keys.log(code);
      Position at = new Position(0, 0);
      for (boolean more = true; more; ) {
        List<LogEntry> entries = after(links.of(code), log, at);
        for (LogEntry entry : entries) {
          at = entry.position();
          for (LogEntry.Logged form : entry.forms()) {
            each.accept(new JournalEntry(form.outcome(), at, form.packed()));
          }
        }
        more = entries.size() == ENTRIES;
      }
    }
  }

  private List<LogEntry> after(RedisLink link, String log, Position position) throws IOException {
    CompletableFuture<List<LogEntry>> answer = new CompletableFuture<>();
    context.runOnContext(
        go ->
            LogReader.readAfter(link, log, position, ENTRIES)
                .onSuccess(answer::complete)
                .onFailure(answer::completeExceptionally));
    try {
      return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("the other Redis cannot be read: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException("the other Redis does not answer", e);
    }
  }
}
