package id.pantau.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.ssl.SslHandler;
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
   * Leaves only the frame decoder in the pipeline and puts the wire behind it. To be called on the
   * channel's event loop, in the turn of the handshake: nothing that the viewer sends is lost.
   *
   * @return false where the channel is not as it must be; then it is closed
   */
  static boolean takeOver(ServerWebSocket socket, SocketWire wire, int backlogBytesMax) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    Channel channel = context.channel();
    if (!isUpgraded(channel) || !(context.handler() instanceof VertxHandler<?> vertx)) {
      channel.close();
      return false;
    }
    vertx.channelInactive(context);
    strip(channel.pipeline());
    channel.config().setAutoRead(true);
    channel
        .config()
        .setWriteBufferWaterMark(new WriteBufferWaterMark(backlogBytesMax / 2, backlogBytesMax));
    channel.config().setOption(ChannelOption.SO_SNDBUF, backlogBytesMax);
    channel.pipeline().addLast(wire);
    return true;
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
