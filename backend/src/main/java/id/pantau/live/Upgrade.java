package id.pantau.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.net.impl.VertxHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a channel over from Vert.x after the handshake. With Vert.x' own WebSocket an idle viewer
 * held 14.7 kB of heap; with Netty's frame decoder and one handler of ours it is 1.9 kB (4,000
 * viewers of one topic, after a full collection). Vert.x is told that its connection ended, so its
 * own counts stay right.
 */
final class Upgrade {
  private Upgrade() {}

  /**
   * Leaves only the frame decoder in the pipeline, moves the channel to the viewers' loop and puts
   * the wire behind the decoder there. To be called on the channel's event loop, in the turn of the
   * handshake; nothing is read before the wire is there, so nothing that the viewer sends is lost.
   *
   * @return fails where the channel is not as it must be, or its viewer is gone; then it is closed
   *     and the wire was never there
   */
  static Future<Void> takeOver(
      ServerWebSocket socket, SocketWire wire, EventLoop home, int backlogBytesMax) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    Channel channel = context.channel();
    if (!isUpgraded(channel) || !(context.handler() instanceof VertxHandler<?> vertx)) {
      channel.close();
      return Future.failedFuture("the channel is not upgraded");
    }
    channel.config().setAutoRead(false);
    vertx.channelInactive(context);
    strip(channel.pipeline());
    Promise<Void> moved = Promise.promise();
    channel
        .deregister()
        .addListener(left -> home.register(channel).addListener(came -> settle(came, moved)));
    return moved
        .future()
        .compose(there -> furnish(channel, wire, backlogBytesMax))
        .onFailure(gone -> channel.close());
  }

  /** On the viewers' loop, which may have seen the viewer go before the wire could hear of it. */
  private static Future<Void> furnish(Channel channel, SocketWire wire, int backlogBytesMax) {
    if (!channel.isActive()) {
      return Future.failedFuture("the viewer is gone");
    }
    ChannelConfig config = channel.config();
    config.setOption(ChannelOption.SO_SNDBUF, backlogBytesMax);
    config.setWriteBufferWaterMark(new WriteBufferWaterMark(backlogBytesMax / 2, backlogBytesMax));
    channel.pipeline().addLast(wire);
    config.setAutoRead(true);
    return Future.succeededFuture();
  }

  private static void settle(io.netty.util.concurrent.Future<?> came, Promise<Void> moved) {
    if (came.isSuccess()) {
      moved.complete();
    } else {
      moved.fail(came.cause());
    }
  }

  /** False where an answer before the upgrade is still unsent: its encoder is still there. */
  private static boolean isUpgraded(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    return channel.isActive()
        && channel.eventLoop().inEventLoop()
        && pipeline.get(WebSocket13FrameDecoder.class) != null
        && pipeline.get(HttpResponseEncoder.class) == null;
  }

  private static void strip(ChannelPipeline pipeline) {
    for (String name : List.copyOf(pipeline.names())) {
      @Nullable ChannelHandler handler = pipeline.get(name);
      if (handler != null
          && !(handler instanceof WebSocket13FrameDecoder)
          && !(handler instanceof SslHandler)) {
        pipeline.remove(name);
      }
    }
  }
}
