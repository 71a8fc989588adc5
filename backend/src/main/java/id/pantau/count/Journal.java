package id.pantau.count;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's record of every form it acknowledged: append-only files, written by one thread, which
 * syncs whatever has gathered at once (group commit). Nothing is acknowledged before its sync.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final Write END = new Write(List.of(), 0, 0, e -> {});

  private final Path folder;
  private final long fileBytesMax;
  private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
  private final AtomicLong pendingBytes = new AtomicLong();
  private final Consumer<Long> onSyncNanos;
  private final Thread writer;
  private @Nullable FileChannel channel;
  private long goodBytes;
  private int number;
  private boolean failing;
  private volatile boolean ended;
  private volatile @Nullable Write writing;

  /** Entries to write, and who wants to know: null when synced, else what went wrong. */
  private record Write(
      List<ByteBuffer> frames, long bytes, long atNanos, Consumer<@Nullable IOException> done) {}

  private Journal(Path folder, long fileBytesMax, Consumer<Long> onSyncNanos) {
    this.folder = folder;
    this.fileBytesMax = fileBytesMax;
    this.onSyncNanos = onSyncNanos;
    this.writer = new Thread(this::writeAll, "pantau-journal");
  }

  /**
   * Opens the journal of a folder, a new file for a new start: what is there is never written to
   * again. Blocking.
   *
   * @param onSyncNanos gets the time of each write and sync
   */
  public static Journal open(Path folder, long fileBytesMax, Consumer<Long> onSyncNanos)
      throws IOException {
    Files.createDirectories(folder);
    Journal journal = new Journal(folder, fileBytesMax, onSyncNanos);
    journal.number = new JournalFolder(folder).newestNumber();
    journal.writer.setDaemon(true);
    journal.writer.start();
    return journal;
  }

  /** Bytes handed over and not yet synced. */
  public long pendingBytes() {
    return pendingBytes.get();
  }

  /** How long the oldest entry that is not synced has waited; 0 where there is none. */
  public long lagNanos() {
    Write now = writing;
    Write oldest = now == null ? queue.peek() : now;
    return oldest == null || oldest.bytes() == 0
        ? 0
        : Math.max(0, System.nanoTime() - oldest.atNanos());
  }

  /**
   * Writes entries and syncs.
   *
   * @param done called on the journal's thread: null = they are safe
   */
  public void append(List<JournalEntry> entries, Consumer<@Nullable IOException> done) {
    List<ByteBuffer> frames = new ArrayList<>(entries.size());
    long bytes = 0;
    for (JournalEntry entry : entries) {
      ByteBuffer frame = JournalFile.frame(entry);
      bytes += frame.remaining();
      frames.add(frame);
    }
    pendingBytes.addAndGet(bytes);
    queue.add(new Write(frames, bytes, System.nanoTime(), done));
    if (ended) {
      answer(new IOException("the journal is closed"));
    }
  }

  private void writeAll() {
    List<Write> group = new ArrayList<>();
    try {
      while (!group.contains(END)) {
        group.clear();
        group.add(queue.take());
        writing = group.get(0);
        queue.drainTo(group);
        answer(group, sync(group));
        writing = null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      answer(new IOException("the journal is closed"));
    }
  }

  /** Answers whatever came after the end; from the writer or from whoever came too late. */
  private void answer(IOException failure) {
    List<Write> late = new ArrayList<>();
    queue.drainTo(late);
    answer(late, failure);
  }

  /** One acknowledgement that throws must not keep the others, nor later groups, from theirs. */
  private void answer(List<Write> group, @Nullable IOException failure) {
    for (Write write : group) {
      pendingBytes.addAndGet(-write.bytes());
      try {
        write.done().accept(failure);
      } catch (RuntimeException e) {
        LOG.error("acknowledging what the journal wrote failed", e);
      }
    }
  }

  private @Nullable IOException sync(List<Write> group) {
    long from = System.nanoTime();
    try {
      write(group);
      if (failing) {
        LOG.warn("the journal can be written again");
      }
      failing = false;
      return null;
    } catch (IOException e) {
      if (!failing) {
        LOG.error("the journal cannot be written, nothing is acknowledged: {}", e.toString());
      }
      failing = true;
      rollBack();
      return e;
    } finally {
      onSyncNanos.accept(System.nanoTime() - from);
    }
  }

  private void write(List<Write> group) throws IOException {
    long bytes = 0;
    for (Write write : group) {
      bytes += write.bytes();
    }
    if (bytes == 0) {
      return;
    }
    FileChannel out = current();
    ByteBuffer joined = ByteBuffer.allocate(Math.toIntExact(bytes));
    group.forEach(write -> write.frames().forEach(joined::put));
    writeFully(out, joined.flip());
    // A crash before this line loses forms that nobody was told are safe.
    out.force(false);
    goodBytes += bytes;
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private FileChannel current() throws IOException {
    if (channel != null && goodBytes >= fileBytesMax) {
      channel.close();
      channel = null;
    }
    if (channel == null) {
      channel = begin(JournalFolder.file(folder, number + 1));
      number++;
      goodBytes = JournalFile.MAGIC.length;
    }
    return channel;
  }

  /** Begins a file, or leaves none behind: on a full disk every group would leave another. */
  private FileChannel begin(Path file) throws IOException {
    FileChannel fresh =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      writeFully(fresh, ByteBuffer.wrap(JournalFile.MAGIC));
      fresh.force(true);
      syncFolder();
      return fresh;
    } catch (IOException e) {
      fresh.close();
      Files.delete(file);
      throw e;
    }
  }

  /** A half-written group is cut off; where that fails too, the next group goes to a new file. */
  private void rollBack() {
    FileChannel broken = channel;
    if (broken == null) {
      return;
    }
    try {
      broken.truncate(goodBytes);
    } catch (IOException e) {
      LOG.error("nor can its tail be cut; a new file follows: {}", e.toString());
      channel = null;
      try {
        broken.close();
      } catch (IOException closing) {
        LOG.warn("closing it: {}", closing.toString());
      }
    }
  }

  private void syncFolder() throws IOException {
    try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  /** Writes what has gathered, syncs, and ends. */
  @Override
  public void close() {
    queue.add(END);
    try {
      writer.join();
      if (channel != null) {
        channel.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("closing the journal: {}", e.toString());
    }
  }
}
