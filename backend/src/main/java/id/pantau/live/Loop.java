package id.pantau.live;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.TimeUnit;

/**
 * The event loop of a hub, for work that is too long for one go. What a task enqueues runs before
 * the loop looks at its sockets again, for up to a second (Netty's {@code
 * maxTaskProcessingQuantumMs}), so a form that comes in would wait for all of it; what is scheduled
 * runs after.
 */
final class Loop {
  private final Context home;
  private final EventLoop loop;

  Loop(Context home) {
    this.home = home;
    this.loop = ((ContextInternal) home).nettyEventLoop();
  }

  EventLoop netty() {
    return loop;
  }

  /** Runs it behind what the loop has to do already. */
  void soon(Runnable turn) {
    home.runOnContext(now -> turn.run());
  }

  /** Runs it on the context as soon as all that has come in meanwhile was read. */
  void next(Runnable turn) {
    loop.schedule(() -> home.runOnContext(now -> turn.run()), 0, TimeUnit.NANOSECONDS);
  }
}
