package id.pantau.acceptance;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One command to a Redis by hand, so that no client's habits stand between test and server. */
final class RedisTalk {
  private static final int ANSWER_MILLIS = 5_000;

  private RedisTalk() {}

  /** The answer's text; of an array its number of elements. */
  static String ask(int port, String password, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      if (!password.isEmpty()) {
        send(socket, "AUTH " + password);
        answer(in);
      }
      send(socket, command);
      return answer(in);
    }
  }

  /** Of the node's own Redis. */
  static String ask(NodeProcess node, String command) throws IOException {
    var own = node.ownRedis();
    return ask(Integer.parseInt(own.getProperty("port")), own.getProperty("password"), command);
  }

  /** The elements of an array of texts. */
  static List<String> list(int port, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      send(socket, command);
      int size = Integer.parseInt(answer(in));
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        elements.add(answer(in));
      }
      return elements;
    }
  }

  private static void send(Socket socket, String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String answer(DataInputStream in) throws IOException {
    String head = line(in);
    String rest = head.substring(1);
    if (head.charAt(0) != '$' || rest.equals("-1")) {
      return rest;
    }
    byte[] bulk = in.readNBytes(Integer.parseInt(rest) + 2);
    return new String(bulk, 0, bulk.length - 2, StandardCharsets.UTF_8);
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("Redis closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
