package id.pantau.load.fanout;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A publisher's connection to one server: HTTP, or NATS' own protocol. */
final class Line implements AutoCloseable {
  private static final int ANSWER_BYTES_MAX = 4096;
  private static final String LENGTH = "content-length:";

  private final Peer peer;
  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  Line(Peer peer, int port) throws IOException {
    this.peer = peer;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream());
    if (peer.hasOwnProtocol()) {
      out.write(ascii("CONNECT {\"verbose\":false}\r\n"));
    }
  }

  /** Sends a state in one write, and waits for the answer where there is one. */
  void send(long revision, String topic, byte[] state) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (peer.hasOwnProtocol()) {
      all.writeBytes(ascii("PUB state " + state.length + "\r\n"));
      all.writeBytes(state);
      all.writeBytes(ascii("\r\n"));
      out.write(all.toByteArray());
      in.skipNBytes(in.available());
      return;
    }
    String of = peer.isOurs() ? "&topic=" + topic : "";
    all.writeBytes(ascii("POST /pub?revision=" + revision + of + " HTTP/1.1\r\n"));
    all.writeBytes(ascii("Host: 127.0.0.1\r\n"));
    all.writeBytes(ascii("Content-Length: " + state.length + "\r\n\r\n"));
    all.writeBytes(state);
    out.write(all.toByteArray());
    readAnswer();
  }

  /** Reads a head, and the body where there is one (nchan says what it stored). */
  private void readAnswer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0 || head.length() > ANSWER_BYTES_MAX) {
        throw new IOException(peer.called() + " does not answer the publisher");
      }
      head.append((char) c);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http/1.1 2")) {
      throw new IOException(peer.called() + " refuses a state: " + lower.lines().findFirst());
    }
    int at = lower.indexOf(LENGTH);
    if (at >= 0) {
      String length = lower.substring(at + LENGTH.length(), lower.indexOf("\r\n", at)).strip();
      in.skipNBytes(Integer.parseInt(length));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
