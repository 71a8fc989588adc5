package id.pantau.sirekap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream for a thread that may wait: a piece is asked for when the one
 * before it was read, so no more than one is kept; with a limit of bytes and of silence.
 */
final class WebBody extends InputStream {
  private static final Object END = new Object();

  /** The rest of the answer did not come; another time it may. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  private final BlockingQueue<Object> pieces = new LinkedBlockingQueue<>();
  private final HttpClientResponse response;
  private final long silenceMillisMax;
  private long bytesLeft;
  private byte[] piece = new byte[0];
  private int at;
  private boolean ended;

  /** Taken on the context of the answer, before anything of its body came. */
  WebBody(HttpClientResponse response, long bytesMax, long silenceMillisMax) {
    this.response = response;
    this.bytesLeft = bytesMax;
    this.silenceMillisMax = silenceMillisMax;
    response.pause();
    response.handler(pieces::add);
    response.exceptionHandler(pieces::add);
    response.endHandler(end -> pieces.add(END));
    response.fetch(1);
  }

  int status() {
    return response.statusCode();
  }

  @Nullable String header(String name) {
    return response.getHeader(name);
  }

  @Override
  public int read() throws IOException {
    return more() ? piece[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int n = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, from, n);
    at += n;
    return n;
  }

  /** True where there is a byte to read; waits for it. */
  private boolean more() throws IOException {
    while (at == piece.length && !ended) {
      Object next = take();
      if (next == END) {
        ended = true;
      } else if (next instanceof Throwable broken) {
        throw new Broken("the answer broke off: " + broken.getMessage());
      } else {
        piece = ((Buffer) next).getBytes();
        at = 0;
        bytesLeft -= piece.length;
        if (bytesLeft < 0) {
          throw new IOException("the answer is too large");
        }
        response.fetch(1);
      }
    }
    return at < piece.length;
  }

  private Object take() throws IOException {
    try {
      Object next = pieces.poll(silenceMillisMax, TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new Broken("no byte came for " + silenceMillisMax / 1000 + " s");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** An answer that was not read to its end takes its connection with it. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      response.request().connection().close();
    }
  }
}
