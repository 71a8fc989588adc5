package id.pantau.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A viewer's WebSocket, and the only handler of its channel besides Netty's frame decoder. Frames
 * out are the shared, encoded bytes; frames in were checked by the decoder (masks, lengths, order,
 * reserved bits: RFC 6455 §5), here they become requests. One object a viewer.
 */
final class SocketWire extends ChannelInboundHandlerAdapter implements Wire {
  private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);

  /** A viewer that was told to go has this long to say goodbye too. */
  private static final int CLOSE_SECONDS_MAX = 3;

  private static final int CLOSE_BYTES = 4;
  private static final int PONG_BYTES_MAX = 127;

  /** False where buffers have no address that could be given to the kernel. */
  private static final boolean DIRECT = hasAddress();

  private final Hub hub;
  private final LiveMeters meters;
  private final Inbound inbound;
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable FileDescriptor direct;
  private @Nullable Session session;
  private boolean closing;
  private boolean departing;

  SocketWire(Hub hub, LiveMeters meters) {
    this.hub = hub;
    this.meters = meters;
    this.inbound = new Inbound(hub.limits());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    ctx = added;
    boolean plain = added.pipeline().get(SslHandler.class) == null;
    if (plain && added.channel() instanceof UnixChannel unix && DIRECT) {
      direct = unix.fd();
      // Netty would close it at once when the viewer is gone, and ten thousand one after the other.
      added.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }
    session = hub.join(this);
    if (hub.isStopping()) {
      // It was on its way here while all others were told.
      session.close(CloseCode.GOING_AWAY);
    }
  }

  private static boolean hasAddress() {
    ByteBuf probe = PooledByteBufAllocator.DEFAULT.directBuffer(1);
    boolean has = probe.hasMemoryAddress();
    probe.release();
    return has;
  }

  @Override
  public Kind kind() {
    return Kind.SOCKET;
  }

  @Override
  public boolean isWritable() {
    return ctx != null && ctx.channel().isWritable();
  }

  @Override
  public void queue(Encoded text) {
    if (ctx != null) {
      ctx.write(text.frame().retainedDuplicate(), ctx.voidPromise());
    }
  }

  @Override
  public void flush() {
    if (ctx != null) {
      ctx.flush();
    }
  }

  /** Past Netty's queue where that is empty: the same bytes in the same order for less. */
  @Override
  public void send(Encoded text) {
    FileDescriptor socket = drained();
    if (socket == null) {
      queue(text);
      flush();
      return;
    }
    try {
      int written = text.writeTo(socket);
      if (written < text.frameLength()) {
        sendRest(text, written);
      }
    } catch (IOException e) {
      fail();
    }
  }

  @Override
  public void sendRest(Encoded text, int from) {
    ChannelHandlerContext to = ctx;
    if (to != null) {
      ByteBuf frame = text.frame();
      int at = frame.readerIndex() + from;
      to.writeAndFlush(frame.retainedSlice(at, frame.writerIndex() - at), to.voidPromise());
    }
  }

  /** The viewer is gone: its session leaves now, its socket is closed when it is its turn. */
  @Override
  public void fail() {
    if (departing || ctx == null) {
      return;
    }
    departing = true;
    inbound.forget();
    if (session != null) {
      session.leave();
    }
    hub.departures().add(ctx);
  }

  /** The descriptor of a closed channel may be another viewer's by now. */
  @Override
  public @Nullable FileDescriptor drained() {
    FileDescriptor socket = direct;
    if (socket == null || ctx == null || !socket.isOpen()) {
      return null;
    }
    ChannelOutboundBuffer unsent = ctx.channel().unsafe().outboundBuffer();
    return unsent != null && unsent.totalPendingWriteBytes() == 0 ? socket : null;
  }

  @Override
  public void close(CloseCode code) {
    close(code.number());
  }

  /** Sends a close frame, then waits for the viewer's, but not long. */
  private void close(int code) {
    ChannelHandlerContext to = ctx;
    if (closing || to == null) {
      return;
    }
    closing = true;
    inbound.forget();
    ByteBuf frame = to.alloc().directBuffer(CLOSE_BYTES);
    Frames.close(frame, code);
    to.writeAndFlush(frame, to.voidPromise());
    to.executor().schedule(() -> to.close(), CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    try {
      if (message instanceof WebSocketFrame frame && session != null) {
        read(from, frame, session);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(ChannelHandlerContext from, WebSocketFrame frame, Session viewer) {
    if (frame instanceof CloseWebSocketFrame goodbye) {
      answerClose(from, goodbye, viewer);
      return;
    }
    if (closing) {
      return;
    }
    long now = System.nanoTime();
    viewer.heard(now);
    if (!inbound.isPaced(now) || frame instanceof BinaryWebSocketFrame) {
      viewer.close(CloseCode.NO_REQUEST);
    } else if (frame instanceof PingWebSocketFrame ping) {
      pong(from, ping);
      viewer.settle();
    } else if (Inbound.isData(frame)) {
      CloseCode refused = inbound.read(frame);
      ViewerRequest request = inbound.take();
      if (refused != null) {
        viewer.close(refused);
      } else if (request != null) {
        hub.handle(viewer, request);
      }
    }
  }

  private static void pong(ChannelHandlerContext to, PingWebSocketFrame ping) {
    if (to.channel().isWritable()) {
      ByteBuf pong = to.alloc().directBuffer(PONG_BYTES_MAX);
      Frames.pong(pong, ping.content());
      to.writeAndFlush(pong, to.voidPromise());
    }
  }

  /** The viewer's close: the answer to ours, or its own wish, which is answered in kind. */
  private void answerClose(ChannelHandlerContext to, CloseWebSocketFrame goodbye, Session viewer) {
    viewer.leave();
    if (closing) {
      fail();
      return;
    }
    closing = true;
    ByteBuf frame = to.alloc().directBuffer(CLOSE_BYTES);
    if (goodbye.statusCode() < 0) {
      Frames.close(frame);
    } else {
      Frames.close(frame, goodbye.statusCode());
    }
    to.writeAndFlush(frame).addListener(done -> fail());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    if (session != null) {
      session.writability(from.channel().isWritable(), System.nanoTime());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    inbound.forget();
    if (session != null) {
      // Whoever waits for the hub to be empty may look at the meters then.
      meters.leave(Kind.SOCKET);
      hub.closed(session);
      session = null;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable failure) {
    if (failure instanceof CorruptedWebSocketFrameException broken && session != null) {
      session.close(code(broken.closeStatus()));
    } else if (failure instanceof IOException || session == null) {
      fail();
    } else {
      LOG.warn("a viewer's socket failed", failure);
      session.close(CloseCode.BROKEN);
    }
  }

  private static CloseCode code(WebSocketCloseStatus status) {
    if (status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
      return CloseCode.TOO_BIG;
    }
    return status.equals(WebSocketCloseStatus.INVALID_PAYLOAD_DATA)
        ? CloseCode.NOT_UTF8
        : CloseCode.PROTOCOL_ERROR;
  }

  /** Vert.x' events at its own shutdown are not ours: the hub has said goodbye before. */
  @Override
  public void userEventTriggered(ChannelHandlerContext from, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      fail();
    }
    ReferenceCountUtil.release(event);
  }
}
