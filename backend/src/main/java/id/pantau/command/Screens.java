package id.pantau.command;

import io.vertx.core.buffer.Buffer;

/**
 * The screens that are open on {@code /api/live}. A slow one gets the newest message of each kind
 * once it has drained, so a message must be whole without the ones before it. From any thread.
 */
public interface Screens {
  /**
   * Sends to every screen.
   *
   * @param kind the message's {@code kind}; a newer one takes the place of an unsent older one
   * @param json the whole message, an object that bears its {@code kind}; not changed afterwards
   */
  void tell(String kind, Buffer json);

  /** Screens that are open: where there are none, nothing needs to be made. */
  int watching();
}
