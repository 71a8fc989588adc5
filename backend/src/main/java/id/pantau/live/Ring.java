package id.pantau.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoEvent;
import io.netty.channel.uring.IoUringIoHandle;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringIoOps;
import io.netty.util.concurrent.Future;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives bytes to many sockets in one call of the kernel: Linux' io_uring, beside the epoll of the
 * event loop that it belongs to. Every send is told not to wait, so all of them are done or refused
 * when that call returns, and nothing is under way between two tasks of the loop.
 */
final class Ring implements IoUringIoHandle {
  /** What a send says whose socket has no room: EAGAIN. */
  private static final int NO_ROOM = -11;

  private static final Logger LOG = LoggerFactory.getLogger(Ring.class);

  /** IORING_OP_SEND of linux/io_uring.h. */
  private static final byte SEND = 26;

  /** MSG_DONTWAIT and MSG_NOSIGNAL of linux/socket.h. */
  private static final int FLAGS = 0x40 | 0x4000;

  /** The kernel has had that many looks more than it needs. */
  private static final int LOOKS_MAX = 64;

  private final ManualIoEventLoop loop;
  private @Nullable IoRegistration kernel;
  private int[] written = new int[0];
  private int open;

  private Ring(int sendsMax) {
    IoUringIoHandlerConfig config = new IoUringIoHandlerConfig();
    config.setRingSize(sendsMax).setCqSize(2 * sendsMax);
    loop = new ManualIoEventLoop(Thread.currentThread(), IoUringIoHandler.newFactory(config));
  }

  /** True where this system has io_uring and lets us have it; containers often do not. */
  static boolean isThere() {
    return IoUring.isAvailable();
  }

  /**
   * To be called on the event loop that will send.
   *
   * @param sendsMax of one call, a power of two
   * @return null where the kernel gives none, for its limits or ours
   */
  static @Nullable Ring open(int sendsMax) {
    Ring ring;
    try {
      ring = new Ring(sendsMax);
    } catch (RuntimeException e) {
      LOG.warn("no io_uring for an event loop, it writes to one socket after the other", e);
      return null;
    }
    Future<IoRegistration> registered = ring.loop.register(ring);
    ring.loop.runNow();
    if (!registered.isSuccess()) {
      LOG.warn("no io_uring for an event loop", registered.cause());
      ring.stop();
      return null;
    }
    ring.kernel = registered.getNow();
    return ring;
  }

  /**
   * Sends.
   *
   * @param sockets open ones, the first {@code count} of them
   * @param texts one for each of them
   * @param took bytes of each that the kernel took; {@link Straight#FAILED} where it is broken
   * @return false where the kernel is still not done with some, which are broken to us and must be
   *     closed: then the bytes stay where they are for good, and this must not be used again
   */
  boolean send(
      @Nullable FileDescriptor[] sockets, @Nullable Encoded[] texts, int count, int[] took) {
    IoRegistration to = Objects.requireNonNull(kernel);
    written = took;
    open = count;
    Arrays.fill(took, 0, count, Straight.FAILED);
    for (int i = 0; i < count; i++) {
      int socket = Objects.requireNonNull(sockets[i]).intValue();
      ByteBuf frame = Objects.requireNonNull(texts[i]).frame();
      long address = frame.memoryAddress() + frame.readerIndex();
      to.submit(send(socket, address, frame.readableBytes(), (short) i));
    }
    for (int look = 0; open > 0 && look < LOOKS_MAX; look++) {
      loop.runNow();
    }
    if (open > 0) {
      LOG.error("io_uring keeps {} sends, although none may wait; it is used no more", open);
      for (int i = 0; i < count; i++) {
        Objects.requireNonNull(texts[i]).frame().retain();
      }
      return false;
    }
    return true;
  }

  private static IoUringIoOps send(int socket, long address, int length, short place) {
    short none = 0;
    return new IoUringIoOps(
        SEND, (byte) 0, none, socket, 0, address, length, FLAGS, place, none, none, 0, 0);
  }

  @Override
  public void handle(IoRegistration registration, IoEvent event) {
    IoUringIoEvent done = (IoUringIoEvent) event;
    int result = done.res();
    written[done.data()] = result == NO_ROOM ? 0 : Math.max(Straight.FAILED, result);
    open--;
  }

  /** Gives the ring back; on the loop that opened it. */
  void stop() {
    loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
    for (int look = 0; look < LOOKS_MAX && !loop.isTerminated(); look++) {
      loop.runNow();
    }
  }

  /** Netty says that the ring is gone. */
  @Override
  public void close() {
    kernel = null;
  }
}
