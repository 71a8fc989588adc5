package id.pantau.load.viewer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * All viewers: opened together, stalled together, hung up together, looked at when they stand
 * still.
 */
public final class Swarm {
  private static final int STEP_MILLIS = 20;

  private final List<Loop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int viewers;

  /**
   * Starts the loops; no socket is opened yet.
   *
   * @param watched what the viewer of that number watches
   * @param slow how many of the viewers can be stalled
   * @param openingMax sockets on their way at a time
   */
  public Swarm(
      Target target,
      int viewers,
      int loopCount,
      int openingMax,
      int slow,
      IntFunction<List<String>> watched)
      throws IOException {
    this.viewers = viewers;
    List<List<Viewer>> shares = new ArrayList<>();
    for (int i = 0; i < loopCount; i++) {
      shares.add(new ArrayList<>());
    }
    for (int i = 0; i < viewers; i++) {
      Viewer viewer = new Viewer(i, watched.apply(i), target.dialect(), i < slow);
      shares.get(i % loopCount).add(viewer);
    }
    for (List<Viewer> share : shares) {
      Loop loop = new Loop(target, share, Math.max(1, openingMax / loopCount));
      Thread thread = new Thread(loop, "viewers-" + loops.size());
      loops.add(loop);
      threads.add(thread);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** What a server must answer to the one key of all viewers ({@code Sec-WebSocket-Accept}). */
  public static String acceptedKey() {
    return Handshake.ACCEPT;
  }

  /** Viewers that show everything they watch. */
  public int ready() {
    return loops.stream().mapToInt(Loop::ready).sum();
  }

  /**
   * Opens what is closed and waits until all are ready.
   *
   * @return seconds it took; negative where some were not ready in time
   */
  public double open(Duration patience) throws InterruptedException {
    long started = System.nanoTime();
    loops.forEach(Loop::open);
    while (ready() < viewers) {
      if (System.nanoTime() - started > patience.toNanos()) {
        return -1;
      }
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
    return (System.nanoTime() - started) / 1e9;
  }

  /** Cuts every connection at once. */
  public void hangUp() {
    all(Loop::hangUp);
  }

  /** Makes the slow ones stop reading, or read on. */
  public void slowRead(boolean on) {
    all(loop -> loop.slowRead(on));
  }

  /** What was counted since the last time. */
  public Counts counts() {
    Counts sum = new Counts();
    all(Loop::counts).forEach(sum::add);
    return sum;
  }

  /** What is on the screens of those still connected, each distinct one with how many show it. */
  public IdentityHashMap<Shown, Integer> shown() {
    IdentityHashMap<Shown, Integer> seen = new IdentityHashMap<>();
    all(
        loop ->
            loop.look(
                viewer ->
                    viewer
                        .screen()
                        .topics()
                        .values()
                        .forEach(
                            shown -> {
                              if (shown != null) {
                                synchronized (seen) {
                                  seen.merge(shown, 1, Integer::sum);
                                }
                              }
                            })));
    return seen;
  }

  /** Ends all viewers and their threads. */
  public void stop() throws InterruptedException {
    loops.forEach(Loop::stop);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private <T> List<T> all(Function<Loop, CompletableFuture<T>> work) {
    List<CompletableFuture<T>> answers = loops.stream().map(work).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }
}
