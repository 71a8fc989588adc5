package id.pantau.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP by hand, for what no client library would send. */
final class RawHttp {
  private RawHttp() {}

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The next response, head and body, by its Content-Length; what came before the end if none. */
  static String response(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return text;
      }
      head.write(b);
      text = head.toString(StandardCharsets.ISO_8859_1);
    }
    int length = 0;
    for (String line : text.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  static int status(String response) {
    return response.isEmpty() ? 0 : Integer.parseInt(response.substring(9, 12));
  }

  /** Reads until the server ends the connection, by a close or a reset. */
  static void awaitClose(Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the server kept the connection open", e);
    } catch (IOException e) {
      Thread.onSpinWait();
    }
  }
}
