package id.pantau.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Blocking work on another thread while its caller does something else. */
public final class Beside {
  private Beside() {}

  /**
   * Begins it.
   *
   * @return waits for what it gives; what the work throws unchecked, whoever waits is thrown
   */
  public static <T> Supplier<T> start(Supplier<T> work) {
    CompletableFuture<T> done = CompletableFuture.supplyAsync(work);
    return () -> {
      try {
        return done.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException thrown) {
          throw thrown;
        }
        throw e;
      }
    };
  }
}
