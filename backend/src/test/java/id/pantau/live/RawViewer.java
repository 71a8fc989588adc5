package id.pantau.live;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A viewer byte by byte: it may read slowly, not at all, and send what no library would. */
final class RawViewer implements AutoCloseable {
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket = new Socket();
  private final DataInputStream in;
  final String answer;

  /** A frame as it came; {@code opcode} without the final bit. */
  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    int closeCode() {
      return payload.length < 2 ? -1 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
    }
  }

  RawViewer(int port) throws IOException {
    this(port, 0, new byte[0]);
  }

  /**
   * @param receiveBytes size of the receive buffer, 0 = the system's
   * @param early bytes sent in one packet with the handshake
   */
  RawViewer(int port, int receiveBytes, byte[] early) throws IOException {
    if (receiveBytes > 0) {
      socket.setReceiveBufferSize(receiveBytes);
    }
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new DataInputStream(socket.getInputStream());
    String head =
        String.join(
            "\r\n",
            "GET /live HTTP/1.1",
            "Host: a",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Origin: https://anywhere.example",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Extensions: permessage-deflate",
            "",
            "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(early);
    send(out.toByteArray());
    answer = readHead();
  }

  private String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
    return head.toString();
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** A masked frame; {@code first} is its first byte, final and reserved bits included. */
  static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    if (payload.length <= 125) {
      out.write(MASKED | payload.length);
    } else {
      out.write(MASKED | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    out.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ MASK[i % MASK.length]);
    }
    return out.toByteArray();
  }

  static byte[] text(String text) {
    return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void say(String text) throws IOException {
    send(text(text));
  }

  void send(int opcode, byte[] payload) throws IOException {
    send(frame(FINAL | opcode, payload));
  }

  /** The next frame; null where the server closed the connection. */
  @org.jspecify.annotations.Nullable
  Frame read() throws IOException {
    int first;
    try {
      first = in.readUnsignedByte();
    } catch (EOFException e) {
      return null;
    }
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = (int) in.readLong();
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Frame(first & 0x0F, payload);
  }

  /** The next text that is no heartbeat. */
  String next() throws IOException {
    while (true) {
      Frame frame = read();
      if (frame == null) {
        throw new EOFException("closed");
      }
      if (frame.opcode() == CLOSE) {
        throw new EOFException("closed with " + frame.closeCode());
      }
      if (frame.opcode() == TEXT && !frame.text().startsWith("{\"heartbeat\"")) {
        return frame.text();
      }
    }
  }

  /** Reads until the server's close frame; its code, -1 for a close without a frame. */
  int closeCode() throws IOException {
    while (true) {
      Frame frame = read();
      if (frame == null) {
        return -1;
      }
      if (frame.opcode() == CLOSE) {
        return frame.closeCode();
      }
    }
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
