package id.pantau.load.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One blocking connection to a Redis that may have several commands under way. A client library
 * would do, but its own work would stand between batches, and the bench wants Redis busy.
 */
public final class RedisSocket implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** Connects to a Redis of this machine. */
  public RedisSocket(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
  }

  /** Adds a command, or several, to what the next flush sends. */
  public void send(byte[] command) throws IOException {
    out.write(command);
  }

  /** Sends what gathered. */
  public void flush() throws IOException {
    out.flush();
  }

  /** Sends one command and gives its answer's text. */
  public String ask(String... command) throws IOException {
    send(Resp.command(command));
    flush();
    return receive();
  }

  /**
   * The next answer as text; the parts of an array one a line.
   *
   * @throws IOException where Redis answers an error
   */
  public String receive() throws IOException {
    String line = line();
    return switch (line.charAt(0)) {
      case '-' -> throw new IOException("Redis: " + line.substring(1));
      case '$' -> bulk(Integer.parseInt(line.substring(1)));
      case '*' -> {
        StringBuilder parts = new StringBuilder();
        for (int i = Integer.parseInt(line.substring(1)); i > 0; i--) {
          parts.append(receive()).append('\n');
        }
        yield parts.toString();
      }
      default -> line.substring(1);
    };
  }

  private String bulk(int length) throws IOException {
    if (length < 0) {
      return "";
    }
    byte[] bytes = in.readNBytes(length + 2);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("Redis hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
