package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's record of every form it acknowledged: append-only files, written by one thread, which
 * syncs whatever has gathered at once (group commit). Nothing is acknowledged before its sync.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final Write END = new Write(List.of(), e -> {});

  private final Path folder;
  private final long fileBytesMax;
  private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
  private final AtomicLong pendingBytes = new AtomicLong();
  private final Consumer<Long> onSyncNanos;
  private final Thread writer;
  private @Nullable FileChannel channel;
  private long goodBytes;
  private int number;

  /** Entries to write, and who wants to know: null when synced, else what went wrong. */
  private record Write(List<ByteBuffer> frames, Consumer<@Nullable IOException> done) {}

  /** What a journal holds, for a count that starts: hashes of contents, newest position seen. */
  public record Contents(HashSet64 hashes, Map<String, Position> newest, long entries) {}

  private Journal(Path folder, long fileBytesMax, Consumer<Long> onSyncNanos) {
    this.folder = folder;
    this.fileBytesMax = fileBytesMax;
    this.onSyncNanos = onSyncNanos;
    this.writer = new Thread(this::writeAll, "pantau-journal");
  }

  /**
   * Opens the journal of a folder, a new file for a new start; torn tails are cut. Blocking.
   *
   * @param onSyncNanos gets the time of each write and sync
   */
  public static Journal open(Path folder, long fileBytesMax, Consumer<Long> onSyncNanos)
      throws IOException {
    Files.createDirectories(folder);
    Journal journal = new Journal(folder, fileBytesMax, onSyncNanos);
    for (Path file : files(folder)) {
      journal.number = Math.max(journal.number, number(file));
    }
    journal.writer.setDaemon(true);
    journal.writer.start();
    return journal;
  }

  /** Reads what a folder holds and cuts torn tails. Blocking; before the journal is opened. */
  public static Contents contents(Path folder) throws IOException {
    HashSet64 hashes = new HashSet64();
    Map<String, Position> newest = new HashMap<>();
    AtomicLong entries = new AtomicLong();
    for (Path file : files(folder)) {
      JournalFile.Extent extent =
          JournalFile.read(
              file,
              entry -> {
                byte[] content = PackedForm.content(entry.packed());
                hashes.add(FormContent.hashAsLong(FormContent.hash(content)));
                String province = FormContent.key(content).station().substring(0, 2);
                newest.merge(province, entry.position(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
                entries.incrementAndGet();
              });
      if (extent.isTorn()) {
        LOG.warn(
            "{}: cut {} bytes of a torn tail; nothing in it was acknowledged",
            file,
            extent.fileBytes() - extent.goodBytes());
        cut(file, extent.goodBytes());
      }
    }
    return new Contents(hashes, newest, entries.get());
  }

  /** Reads every entry of a folder's journal, oldest file first. Blocking. */
  public static void read(Path folder, Consumer<JournalEntry> each) throws IOException {
    for (Path file : files(folder)) {
      JournalFile.read(file, each);
    }
  }

  /** Bytes handed over and not yet synced. */
  public long pendingBytes() {
    return pendingBytes.get();
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
    queue.add(new Write(frames, done));
  }

  private void writeAll() {
    List<Write> group = new ArrayList<>();
    try {
      while (true) {
        group.clear();
        group.add(queue.take());
        queue.drainTo(group);
        IOException failed = sync(group);
        for (Write write : group) {
          write.done().accept(failed);
        }
        if (group.contains(END)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable IOException sync(List<Write> group) {
    List<ByteBuffer> frames = new ArrayList<>();
    long bytes = 0;
    for (Write write : group) {
      for (ByteBuffer frame : write.frames()) {
        bytes += frame.remaining();
        frames.add(frame);
      }
    }
    long from = System.nanoTime();
    try {
      if (!frames.isEmpty()) {
        write(frames, bytes);
      }
      return null;
    } catch (IOException e) {
      LOG.error("the journal cannot be written: {}", e.toString());
      rollBack();
      return e;
    } finally {
      pendingBytes.addAndGet(-bytes);
      onSyncNanos.accept(System.nanoTime() - from);
    }
  }

  private void write(List<ByteBuffer> frames, long bytes) throws IOException {
    FileChannel out = current();
    ByteBuffer joined = ByteBuffer.allocate(Math.toIntExact(bytes));
    frames.forEach(joined::put);
    joined.flip();
    while (joined.hasRemaining()) {
      out.write(joined);
    }
    // A crash before this line loses forms that nobody was told are safe.
    out.force(false);
    goodBytes += bytes;
  }

  private FileChannel current() throws IOException {
    if (channel != null && goodBytes >= fileBytesMax) {
      channel.close();
      channel = null;
    }
    if (channel == null) {
      Path file = folder.resolve(String.format(Locale.ROOT, "%08d.pj", ++number));
      FileChannel fresh =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      fresh.write(ByteBuffer.wrap(JournalFile.MAGIC));
      fresh.force(true);
      syncFolder();
      channel = fresh;
      goodBytes = JournalFile.MAGIC.length;
    }
    return channel;
  }

  /**
   * A half-written group must not stand before later entries: what follows it could not be read.
   */
  private void rollBack() {
    try {
      if (channel != null) {
        channel.truncate(goodBytes);
      }
    } catch (IOException e) {
      LOG.error("nor can its tail be cut; a new file follows: {}", e.toString());
      channel = null;
    }
  }

  private void syncFolder() throws IOException {
    try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(length);
      out.force(true);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".pj")).sorted().toList();
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replace(".pj", ""));
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
