package id.pantau.count;

import java.io.IOException;
import java.util.function.Consumer;

/** Where a refill reads acknowledged forms from; blocking, oldest first. */
@FunctionalInterface
public interface JournalSource {
  void read(Consumer<JournalEntry> each) throws IOException;
}
