package id.pantau.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** A viewer's stream of server-sent events: the same texts where WebSockets do not get through. */
final class EventsWire implements Wire {
  private final HttpServerResponse response;
  private @Nullable Buffer queued;
  private boolean copied;

  EventsWire(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public Kind kind() {
    return Kind.EVENTS;
  }

  @Override
  public boolean isWritable() {
    return !response.ended() && !response.closed() && !response.writeQueueFull();
  }

  /** One event is sent as it is shared; several are put together into one write. */
  @Override
  public void queue(Encoded text) {
    Buffer before = queued;
    if (before == null) {
      queued = text.event();
      copied = false;
    } else if (copied) {
      before.appendBuffer(text.event());
    } else {
      queued = before.copy().appendBuffer(text.event());
      copied = true;
    }
  }

  @Override
  public void flush() {
    Buffer all = queued;
    if (all != null && !response.ended() && !response.closed()) {
      response.write(all);
    }
    queued = null;
  }

  @Override
  public void close(CloseCode code) {
    if (code == CloseCode.STUCK) {
      response.reset();
    } else if (!response.ended() && !response.closed()) {
      response.end();
    }
  }
}
