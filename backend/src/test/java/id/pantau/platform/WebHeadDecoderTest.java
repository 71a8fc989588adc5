package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WebHeadDecoderTest {
  private final AtomicLong clock = new AtomicLong(1);
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new WebHeadDecoder(WebLimits.options("127.0.0.1", 0, 125), clock::get));

  private void arrive(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private void pass(int seconds) {
    clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  /** F32: a head that trickles in keeps the line busy, so idleness alone would never end it. */
  @Test
  void head_tricklesForTooLong_is408AndClosed() {
    arrive("GET / HTTP/1.1\r\n");
    for (int i = 0; i < WebLimits.HEAD_SECONDS_MAX; i++) {
      pass(1);
      arrive("X");
      assertTrue(channel.isOpen());
    }
    pass(1);
    arrive("X");
    ByteBuf answer = channel.readOutbound();
    assertTrue(answer.toString(StandardCharsets.US_ASCII).startsWith("HTTP/1.1 408 "));
    assertFalse(channel.isOpen());
    answer.release();
  }

  @Test
  void head_inPartsButInTime_isRead() {
    arrive("GET / HTTP/1.1\r\nHo");
    pass(WebLimits.HEAD_SECONDS_MAX);
    arrive("st: a\r\n\r\n");
    pass(WebLimits.HEAD_SECONDS_MAX);
    arrive("GET / HTTP/1.1\r\n");
    pass(1);
    arrive("Host: a\r\n\r\n");
    assertTrue(channel.isOpen());
    assertNull(channel.readOutbound());
    assertEquals(4, channel.inboundMessages().size());
    channel.finishAndReleaseAll();
  }
}
