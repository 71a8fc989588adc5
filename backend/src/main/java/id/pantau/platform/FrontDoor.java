package id.pantau.platform;

import id.pantau.model.Answer;
import io.vertx.core.Future;

/**
 * Intake's door for decisions: the very path of the HTTP door (parse, judge, count, answer), for a
 * speaker who may decide everywhere and gives no reason but {@code decision}. May be called on any
 * context; answers on the caller's.
 */
public interface FrontDoor {
  /** The submitter's id that stands beside every decision. */
  String SUBMITTER = "command";

  /**
   * Sends one form as JSON, wire-protocol.md §6.
   *
   * @return what became of it; fails with {@link Counting.Busy} where it should be sent again, and
   *     with {@link IllegalArgumentException}, one sentence, where it is no form
   */
  Future<Answer> send(byte[] form);
}
