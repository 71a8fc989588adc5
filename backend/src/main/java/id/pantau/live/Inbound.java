package id.pantau.live;

import id.pantau.platform.Settings;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What comes from one viewer: fragments put together, within the limits of size and pace. */
final class Inbound {
  private static final byte[] NOTHING = new byte[0];
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private final Settings.Live limits;
  private byte[] part = NOTHING;
  private @Nullable ViewerRequest request;
  private long secondNanos;
  private int inSecond;

  Inbound(Settings.Live limits) {
    this.limits = limits;
  }

  static boolean isData(WebSocketFrame frame) {
    return frame instanceof TextWebSocketFrame || frame instanceof ContinuationWebSocketFrame;
  }

  /** Counts a frame of whatever kind; false where there are too many in this second. */
  boolean isPaced(long nowNanos) {
    if (nowNanos - secondNanos >= SECOND_NANOS || inSecond == 0) {
      secondNanos = nowNanos;
      inSecond = 0;
    }
    return ++inSecond <= limits.messagesPerSecondMax();
  }

  /**
   * Takes a frame of a text.
   *
   * @return why the viewer must go; null where it may stay
   */
  @Nullable CloseCode read(WebSocketFrame frame) {
    ByteBuf content = frame.content();
    int length = part.length + content.readableBytes();
    if (length > limits.messageBytesMax()) {
      return CloseCode.TOO_BIG;
    }
    byte[] whole = Arrays.copyOf(part, length);
    content.getBytes(content.readerIndex(), whole, part.length, content.readableBytes());
    if (!frame.isFinalFragment()) {
      part = whole;
      return null;
    }
    part = NOTHING;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(whole)).toString();
      request = ViewerRequest.parse(text);
      return request == null ? CloseCode.NO_REQUEST : null;
    } catch (CharacterCodingException e) {
      return CloseCode.NOT_UTF8;
    }
  }

  /** The request that {@link #read} completed; null where it did not. */
  @Nullable ViewerRequest take() {
    ViewerRequest taken = request;
    request = null;
    return taken;
  }

  /** Lets half a message go. */
  void forget() {
    part = NOTHING;
  }
}
