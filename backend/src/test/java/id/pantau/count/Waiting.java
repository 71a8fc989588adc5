package id.pantau.count;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads; gives up long after anything healthy would have. */
public final class Waiting {
  private static final long PATIENCE_SECONDS = 15;
  private static final long LOOK_NANOS = 5_000_000;

  private Waiting() {}

  /** The value of a future; its failure becomes an {@link AssertionError} with the cause. */
  public static <T> T get(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s");
    }
  }

  /** The failure of a future that must fail. */
  public static Throwable failure(Future<?> future) {
    try {
      Object value = get(future);
      throw new AssertionError("it succeeded with " + value);
    } catch (AssertionError e) {
      if (e.getCause() == null) {
        throw e;
      }
      return e.getCause();
    }
  }

  /** What a future that must fail says. */
  public static String said(Future<?> future) {
    return String.valueOf(failure(future).getMessage());
  }

  /** Looks until it is so. */
  public static void until(String what, BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
