package id.pantau.platform;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Reads request heads strictly (F32, F33). Where a front and this node could disagree on where a
 * request ends, the request is refused and its connection closed: a body with two lengths, a
 * transfer coding other than chunked, no Host or two. Vert.x itself lets these pass, and by the
 * time a route sees the request the evidence is gone, so it is told here.
 */
final class WebHeadDecoder extends VertxHttpRequestDecoder {
  private static final String NAME = "httpDecoder";
  private static final byte[] TOO_SLOW =
      "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final long NANOS_MAX = TimeUnit.SECONDS.toNanos(WebLimits.HEAD_SECONDS_MAX);

  private final LongSupplier nanoTime;
  private long partSinceNanos;

  WebHeadDecoder(HttpServerOptions options, LongSupplier nanoTime) {
    super(options);
    this.nanoTime = nanoTime;
  }

  /** Takes the place of Vert.x' decoder on a new connection, before anything is read. */
  static void install(HttpConnection connection, HttpServerOptions options) {
    ChannelPipeline pipeline = ((ConnectionBase) connection).channelHandlerContext().pipeline();
    pipeline.replace(NAME, NAME, new WebHeadDecoder(options, System::nanoTime));
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    int before = out.size();
    super.decode(ctx, in, out);
    if (out.size() > before) {
      partSinceNanos = 0;
      checkNothingBehindUpgrade(out.get(before), in);
      return;
    }
    long now = nanoTime.getAsLong();
    if (partSinceNanos == 0) {
      partSinceNanos = now;
    } else if (now - partSinceNanos > NANOS_MAX) {
      in.skipBytes(in.readableBytes());
      ctx.writeAndFlush(Unpooled.wrappedBuffer(TOO_SLOW)).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /**
   * A client waits for 101 before it sends frames (RFC 6455 §4.1). Frames that came with the head
   * would be decoded while the pipeline is being changed, and nobody would release them.
   */
  private static void checkNothingBehindUpgrade(Object message, ByteBuf in) {
    if (in.isReadable()
        && message instanceof HttpRequest request
        && request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      in.skipBytes(in.readableBytes());
      request.setDecoderResult(
          DecoderResult.failure(new IllegalArgumentException("data behind an upgrade")));
    }
  }

  /** The first hook after a head is complete; what it throws makes the request invalid. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    if (message instanceof HttpRequest request) {
      check(request.protocolVersion(), request.headers());
    }
    return super.isContentAlwaysEmpty(message);
  }

  private static void check(HttpVersion version, HttpHeaders headers) {
    boolean old = version.equals(HttpVersion.HTTP_1_0);
    if (!old && !version.equals(HttpVersion.HTTP_1_1)) {
      throw new IllegalArgumentException("the version of HTTP is neither 1.0 nor 1.1");
    }
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1 || (hosts.isEmpty() && !old)) {
      throw new IllegalArgumentException("a request has exactly one Host");
    }
    if (!hosts.isEmpty() && hosts.get(0).isBlank()) {
      throw new IllegalArgumentException("Host is empty");
    }
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (!codings.isEmpty()
        && (old || codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked"))) {
      throw new IllegalArgumentException("the only transfer coding is chunked");
    }
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("a body has one length: Content-Length or chunked");
  }
}
