package id.pantau.live;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.VertxThreadFactory;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An event loop for viewers alone, beside the one of a door. On a shared one a form waits, at each
 * step of its way, for what the loop has begun: a state to thousands, or thousands who are cut off
 * at once. Between two threads the kernel says who is next.
 */
final class ViewersLoop {
  private static final int ENDLESS_SECONDS = 60;
  private static final int IO_PERCENT = 50;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final EventLoopGroup group;
  private final EventLoop loop;
  private final Context context;

  ViewersLoop(Vertx vertx) {
    VertxInternal inside = (VertxInternal) vertx;
    group =
        inside.transport().eventLoopGroup(Transport.IO_EVENT_LOOP_GROUP, 1, named(), IO_PERCENT);
    loop = group.next();
    context = inside.contextBuilder().withEventLoop(loop).build();
  }

  /** A thread of Vert.x' own kind: it keeps the context that it works for. */
  private static ThreadFactory named() {
    return task ->
        VertxThreadFactory.INSTANCE.newVertxThread(
            task,
            "viewers-eventloop-" + NUMBER.getAndIncrement(),
            false,
            ENDLESS_SECONDS,
            TimeUnit.SECONDS);
  }

  Context context() {
    return context;
  }

  EventLoop loop() {
    return loop;
  }

  /** Ends it; whoever is still there is cut off. */
  void end() {
    group.shutdownGracefully(0, ENDLESS_SECONDS, TimeUnit.SECONDS);
  }
}
