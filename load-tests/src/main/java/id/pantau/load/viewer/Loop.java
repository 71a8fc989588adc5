package id.pantau.load.viewer;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread that drives thousands of viewers with one selector. */
final class Loop implements Runnable {
  private static final int FRAME_BYTES_MAX = 4 << 20;
  private static final int READ_BYTES_MAX = 64 << 10;
  private static final int SELECT_MILLIS = 50;
  private static final int NOT_CONNECTED = 1006;

  private final Target target;
  private final List<Viewer> viewers;
  private final int openingMax;
  private final byte[] request;
  private final Selector selector;
  private final byte[] bytes = new byte[READ_BYTES_MAX + FRAME_BYTES_MAX + 10];
  private final Messages messages = new Messages();
  private final Showings showings = new Showings();
  private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Viewer> toOpen = new ArrayDeque<>();
  private Counts counts = new Counts();
  private int opening;
  private final AtomicInteger ready = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * @param openingMax viewers of this loop that may be on their way at a time
   */
  Loop(Target target, List<Viewer> viewers, int openingMax) throws IOException {
    this.target = target;
    this.viewers = viewers;
    this.openingMax = openingMax;
    this.request = Handshake.request(target.host(), target.port(), target.path());
    this.selector = Selector.open();
  }

  List<Viewer> viewers() {
    return viewers;
  }

  /** Viewers that show everything they watch. */
  int ready() {
    return ready.get();
  }

  /** Opens every viewer that is closed. */
  void open() {
    ask(
        () -> {
          viewers.stream().filter(v -> v.stage() == Viewer.Stage.CLOSED).forEach(toOpen::add);
          return true;
        });
  }

  /** Hangs up on the server without a word, on all sockets at once. */
  CompletableFuture<Boolean> hangUp() {
    return ask(
        () -> {
          viewers.stream()
              .filter(v -> v.stage() != Viewer.Stage.CLOSED)
              .forEach(v -> v.drop(false));
          toOpen.clear();
          ready.set(0);
          opening = 0;
          return true;
        });
  }

  /** The slow viewers stop reading, or read on. */
  CompletableFuture<Boolean> slowRead(boolean on) {
    return ask(
        () -> {
          viewers.stream().filter(Viewer::slow).forEach(v -> v.reading(on));
          return true;
        });
  }

  /** What was counted since the last time this was asked. */
  CompletableFuture<Counts> counts() {
    return ask(
        () -> {
          Counts taken = counts;
          taken.parsed = messages.parsed();
          counts = new Counts();
          return taken;
        });
  }

  /** Shows every connected viewer to {@code eye}, on the loop's thread. */
  CompletableFuture<Boolean> look(Consumer<Viewer> eye) {
    return ask(
        () -> {
          viewers.stream().filter(v -> v.stage() == Viewer.Stage.WATCHING).forEach(eye);
          return true;
        });
  }

  void stop() {
    stopped = true;
    selector.wakeup();
  }

  private <T> CompletableFuture<T> ask(Supplier<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    asked.add(() -> answer.complete(work.get()));
    selector.wakeup();
    return answer;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        selector.select(this::event, SELECT_MILLIS);
        for (@Nullable Runnable work = asked.poll(); work != null; work = asked.poll()) {
          work.run();
        }
        while (opening < openingMax && !toOpen.isEmpty()) {
          begin(toOpen.remove());
        }
      }
      for (Viewer viewer : viewers) {
        if (viewer.stage() != Viewer.Stage.CLOSED) {
          viewer.drop(true);
        }
      }
      selector.close();
    } catch (IOException e) {
      throw new IllegalStateException("a selector failed", e);
    }
  }

  private void begin(Viewer viewer) {
    opening++;
    try {
      viewer.open(this, target, selector);
    } catch (IOException e) {
      counts.fault("cannot open a socket: " + e.getMessage());
      opening--;
    }
  }

  private void event(SelectionKey key) {
    Viewer viewer = (Viewer) key.attachment();
    if (viewer.stage() == Viewer.Stage.CLOSED || !key.isValid()) {
      return;
    }
    try {
      if (viewer.stage() == Viewer.Stage.CONNECTING) {
        viewer.connected(request);
      } else {
        viewer.read(bytes, READ_BYTES_MAX);
      }
    } catch (ProtocolFault e) {
      counts.fault(String.valueOf(e.getMessage()));
      closed(viewer, NOT_CONNECTED);
    } catch (IOException e) {
      closed(viewer, NOT_CONNECTED);
    }
  }

  /** A viewer got a whole text. */
  void took(Viewer viewer, byte[] text, int from, int length) throws ProtocolFault {
    counts.bytes += length;
    boolean was = viewer.ready();
    viewer
        .screen()
        .take(messages.of(text, from, length), showings, counts, System.currentTimeMillis());
    if (!was && viewer.ready()) {
      becameReady();
    }
  }

  /** A viewer has come to show all that it should. */
  void becameReady() {
    ready.incrementAndGet();
    opening--;
  }

  /** The server, or a fault, ended a viewer's socket. */
  void closed(Viewer viewer, int code) {
    counts.closed(code);
    if (viewer.ready()) {
      ready.decrementAndGet();
    } else {
      opening--;
    }
    viewer.drop(false);
  }
}
