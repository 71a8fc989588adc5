package id.pantau.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP/1 decoder of the public port, stricter than the one that stands there by default: two
 * readings of where a request ends let one sender hide a request in another's connection behind a
 * proxy. Refused with 400 and closed: Content-Length beside Transfer-Encoding, a transfer coding
 * other than chunked alone, no Host or several. A head that is not in by its time is answered 408
 * and closed. (Several lengths, bare line feeds and long heads the default decoder refuses.)
 */
public final class StrictDecoder extends VertxHttpRequestDecoder {
  private static final String NAME = "httpDecoder";
  private static final byte[] TOO_SLOW =
      "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final int headMillis;
  private boolean inBody;
  private @Nullable Future<?> deadline;

  private StrictDecoder(HttpServerOptions options, int headMillis) {
    super(options);
    this.headMillis = headMillis;
  }

  /**
   * Takes the place of the default decoder, for {@code HttpServer.connectionHandler}: a connection
   * has read nothing then.
   *
   * @param options of the same server; without HTTP/2 in clear text, whose pipeline begins to read
   *     before this is called
   * @param headMillis from the first byte of a head to its last
   */
  public static void install(HttpConnection connection, HttpServerOptions options, int headMillis) {
    if (options.isHttp2ClearTextEnabled()) {
      throw new IllegalArgumentException("HTTP/2 in clear text must be off");
    }
    Channel channel = ((ConnectionBase) connection).channel();
    if (channel.pipeline().get(NAME) != null) {
      channel.pipeline().replace(NAME, NAME, new StrictDecoder(options, headMillis));
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    int before = out.size();
    boolean begins = !inBody && in.isReadable();
    super.decode(ctx, in, out);
    for (Object message : out.subList(before, out.size())) {
      begins = false;
      if (message instanceof HttpRequest request) {
        inBody = true;
        stopWaiting();
        check(request);
      }
      if (message instanceof LastHttpContent) {
        inBody = false;
      }
    }
    if (begins && deadline == null) {
      deadline = ctx.executor().schedule(() -> tooSlow(ctx), headMillis, TimeUnit.MILLISECONDS);
    }
  }

  private static void check(HttpRequest request) {
    String trouble = request.decoderResult().isSuccess() ? trouble(request) : null;
    if (trouble != null) {
      request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(trouble)));
    }
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length beside Transfer-Encoding");
  }

  private static @Nullable String trouble(HttpRequest request) {
    HttpHeaders headers = request.headers();
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (!codings.isEmpty()
        && !(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
      return "a transfer coding other than chunked";
    }
    int hosts = headers.getAll(HttpHeaderNames.HOST).size();
    boolean needsHost = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    return hosts > 1 || (hosts == 0 && needsHost) ? "not one Host" : null;
  }

  private void tooSlow(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(Unpooled.wrappedBuffer(TOO_SLOW)).addListener(ChannelFutureListener.CLOSE);
  }

  private void stopWaiting() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    stopWaiting();
    super.channelInactive(ctx);
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
    stopWaiting();
    super.handlerRemoved0(ctx);
  }
}
