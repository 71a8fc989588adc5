package id.pantau.platform;

import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/**
 * The limits of every HTTP port. Each option that Vert.x leaves open or generous is set here, so
 * that none is forgotten at one server and remembered at another.
 */
public final class WebLimits {
  /** Bytes of all header fields; past it 431. */
  public static final int HEAD_BYTES_MAX = 8 * 1024;

  /** Bytes of the request line; past it 414. */
  public static final int LINE_BYTES_MAX = 4 * 1024;

  /** A request's head, and each line of a chunked body, is in by then, else 408. */
  public static final int HEAD_SECONDS_MAX = 15;

  /** A connection on which nothing moves in either direction is closed after this. */
  public static final int IDLE_SECONDS_MAX = 60;

  /** Connections that the kernel may hold for a busy node. */
  private static final int ACCEPT_BACKLOG = 4096;

  /** Unacknowledged bytes make a peer dead after this (native transport only). */
  private static final int UNACKNOWLEDGED_MILLIS_MAX = 45_000;

  private static final int FORM_BYTES_MAX = 1024;

  private WebLimits() {}

  /**
   * Options of a plain HTTP/1.1 server; TLS and HTTP/2 are the front's.
   *
   * @param port 0 = any; below 0 = any, but the same for all instances
   * @param messageBytesMax of one WebSocket message from a viewer
   */
  public static HttpServerOptions options(String host, int port, int messageBytesMax) {
    HttpServerOptions options = new HttpServerOptions();
    options.setHost(host).setPort(port).setAcceptBacklog(ACCEPT_BACKLOG);
    options.setHttp2ClearTextEnabled(false).setUseAlpn(false).setSsl(false);
    options.setMaxInitialLineLength(LINE_BYTES_MAX).setMaxHeaderSize(HEAD_BYTES_MAX);
    options.setMaxChunkSize(HEAD_BYTES_MAX).setDecompressionSupported(false);
    options.setIdleTimeout(IDLE_SECONDS_MAX).setIdleTimeoutUnit(TimeUnit.SECONDS);
    options.setTcpNoDelay(true).setTcpKeepAlive(true);
    options.setTcpUserTimeout(UNACKNOWLEDGED_MILLIS_MAX);
    // A room that reads bodies says 100 itself, after it has admitted the sender.
    options.setCompressionSupported(false).setHandle100ContinueAutomatically(false);
    options.setMaxFormAttributeSize(FORM_BYTES_MAX).setMaxFormFields(1);
    options.setMaxFormBufferedBytes(FORM_BYTES_MAX);
    options.setPerFrameWebSocketCompressionSupported(false);
    options.setPerMessageWebSocketCompressionSupported(false);
    options.setAcceptUnmaskedFrames(false).setRegisterWebSocketWriteHandlers(false);
    options.setMaxWebSocketFrameSize(messageBytesMax).setMaxWebSocketMessageSize(messageBytesMax);
    return options;
  }
}
