package id.pantau.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * A wire to a Redis that can go silent: bytes are taken and nothing comes out, nothing is closed.
 */
final class FaultProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final List<Pair> pairs = new CopyOnWriteArrayList<>();
  private volatile boolean allSilent;

  /** One connection of a node's, and ours to Redis for it. */
  private static final class Pair {
    final Socket near;
    final Socket far;
    final AtomicBoolean subscriber = new AtomicBoolean();
    final AtomicBoolean silent = new AtomicBoolean();

    Pair(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void close() {
      try {
        near.close();
        far.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private FaultProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  static FaultProxy to(int port) throws IOException {
    FaultProxy proxy =
        new FaultProxy(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), port);
    start(proxy::accept);
    return proxy;
  }

  String uri() {
    return "redis://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Pair pair = new Pair(server.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
        pairs.add(pair);
        start(() -> pump(pair, true));
        start(() -> pump(pair, false));
      }
    } catch (IOException closed) {
      pairs.forEach(Pair::close);
    }
  }

  private void pump(Pair pair, boolean outward) {
    byte[] some = new byte[64 * 1024];
    try {
      InputStream in = (outward ? pair.near : pair.far).getInputStream();
      OutputStream out = (outward ? pair.far : pair.near).getOutputStream();
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        if (outward && says(some, n, "SUBSCRIBE")) {
          pair.subscriber.set(true);
        }
        if (!allSilent && !pair.silent.get()) {
          out.write(some, 0, n);
        }
      }
    } catch (IOException closed) {
      // The other side is told below.
    }
    pairs.remove(pair);
    pair.close();
  }

  private static boolean says(byte[] bytes, int length, String word) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
        .toUpperCase(Locale.ROOT)
        .contains(word);
  }

  /** Every connection that subscribed goes silent for good; new ones do not. */
  int silenceSubscribers() {
    int silenced = 0;
    for (Pair pair : pairs) {
      if (isLiveSubscriber(pair)) {
        pair.silent.set(true);
        silenced++;
      }
    }
    return silenced;
  }

  private static boolean isLiveSubscriber(Pair pair) {
    return pair.subscriber.get() && !pair.silent.get();
  }

  /** Connections that subscribed and are not silent. */
  long liveSubscribers() {
    Predicate<Pair> live = FaultProxy::isLiveSubscriber;
    return pairs.stream().filter(live).count();
  }

  /** The whole wire goes silent, new connections included. */
  void silence() {
    allSilent = true;
  }

  /** New bytes pass again; what was swallowed stays swallowed. */
  void heal() {
    allSilent = false;
  }

  private static void start(Runnable what) {
    Thread thread = new Thread(what, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    pairs.forEach(Pair::close);
  }
}
