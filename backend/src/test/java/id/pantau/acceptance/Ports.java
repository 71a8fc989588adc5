package id.pantau.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that stay free while who listens there is not there yet, or is killed and started again:
 * none that a system gives to outgoing connections or that browser tests take (from 16384 on), none
 * of another fork of the tests, and none that was given before.
 */
final class Ports {
  private static final int FIRST = 8_192;
  private static final int PARTS = 4;
  private static final int PART = 2_048;

  private static final int BEGIN = FIRST + PART * (Integer.getInteger("pantau.fork", 1) % PARTS);
  private static final AtomicInteger GIVEN =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PART));

  private Ports() {}

  static int free() {
    for (int i = 0; i < PART; i++) {
      int port = BEGIN + Math.floorMod(GIVEN.getAndIncrement(), PART);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // Another one, then.
      }
    }
    throw new AssertionError("no port is free");
  }
}
