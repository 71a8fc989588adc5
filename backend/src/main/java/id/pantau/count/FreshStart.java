package id.pantau.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Lets an election be counted again from nothing on the same node: the journal forgets its forms
 * and keeps how far each province had come. On an empty Redis the next start then raises every
 * epoch above those, so that no position comes a second time with other numbers (decision 0004).
 * Only for a test election: what was acknowledged is gone for good.
 */
public final class FreshStart {
  private FreshStart() {}

  /**
   * Blocking; no node may run on that folder. A crash after the marks were written leaves forms
   * that the next call deletes; before, nothing has happened.
   */
  public static void of(Path data, String election) throws IOException {
    Path folder = CountVerticle.journalFolder(data, election);
    JournalFolder journal = new JournalFolder(folder);
    List<Path> before = journal.files();
    if (before.isEmpty()) {
      return;
    }
    List<JournalEntry> marks =
        journal.contents().newest().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> JournalEntry.mark(each.getKey(), each.getValue()))
            .toList();
    write(folder, marks);
    for (Path file : before) {
      Files.delete(file);
    }
  }

  private static void write(Path folder, List<JournalEntry> marks) throws IOException {
    CompletableFuture<Void> written = new CompletableFuture<>();
    try (Journal journal = Journal.open(folder, Long.MAX_VALUE, nanos -> {})) {
      journal.append(
          marks,
          failure -> {
            if (failure == null) {
              written.complete(null);
            } else {
              written.completeExceptionally(failure);
            }
          });
      written.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("the journal's marks cannot be written", e.getCause());
    }
  }
}
