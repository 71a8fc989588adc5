package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WebPipelineTest {
  private static final int REQUESTS = 1000;
  private static final int BODY_BYTES = 100_000;

  /**
   * A hundred megabytes asked for and not read must not be a hundred megabytes kept. Vert.x sees to
   * it: a response that cannot be written keeps the next request waiting.
   */
  @Test
  void pipelinedRequests_clientReadsNothing_waitUntilItReads() throws Exception {
    AtomicInteger handled = new AtomicInteger();
    Buffer body = Buffer.buffer(new byte[BODY_BYTES]);
    WebMount mount =
        door ->
            door.router()
                .get("/big")
                .handler(
                    c -> {
                      handled.incrementAndGet();
                      c.response().end(body);
                    });
    try (WebRig rig = new WebRig(1, List.of(mount));
        Socket socket = rig.connect()) {
      String request = "GET /big HTTP/1.1\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(request.repeat(REQUESTS).getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 50; i++) {
        assertEquals(404, rig.get("/other").statusCode());
      }
      assertTrue(handled.get() < REQUESTS / 2, handled + " answers were made for nobody");
      long bytes = 0;
      InputStream in = socket.getInputStream();
      while (bytes < (long) REQUESTS * BODY_BYTES) {
        int read = in.read(new byte[65_536]);
        assertTrue(read > 0, "closed after " + bytes);
        bytes += read;
      }
      assertEquals(REQUESTS, handled.get());
    }
  }
}
