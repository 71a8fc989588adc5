package id.pantau.command;

import id.pantau.platform.Inspection;
import id.pantau.platform.Showing;
import io.vertx.core.Future;

/** Stations as operators see them; a board that is still loading is 503 {@code not-ready}. */
public final class Stations {
  private final Inspection inspection;

  public Stations(Inspection inspection) {
    this.inspection = inspection;
  }

  /** Fails with {@link Reply.No}. */
  public Future<Inspection.Inspected> inspect(String station, String contest) {
    return inspection
        .inspect(station, contest)
        .recover(
            why ->
                Future.failedFuture(
                    why instanceof Showing.NotReady
                        ? new Reply.No(503, "not-ready", "the board is still loading")
                        : why));
  }
}
