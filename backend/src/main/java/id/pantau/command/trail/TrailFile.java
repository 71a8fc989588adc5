package id.pantau.command.trail;

import id.pantau.platform.OwnFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code audit.ndjson}: lines that are only ever added. Blocking, and not for two threads at once
 * but for {@link #read}, which looks at what was synced.
 */
final class TrailFile implements AutoCloseable {
  private static final String NAME = "audit.ndjson";

  private final FileChannel channel;
  private final Path torn;

  /** Where each line begins, then where the file ends. */
  private long[] starts = new long[1024];

  private int lines;
  private String last = TrailLine.START;
  private int brokenLine;
  private long tornBytes;

  private TrailFile(FileChannel channel, Path torn) {
    this.channel = channel;
    this.torn = torn;
  }

  /**
   * Opens and checks the chain from its first line. Nothing of what is there is changed but for a
   * last line without an end, which a crash left of an act that never happened: it goes aside.
   *
   * @param mark names the file aside, a time without colons
   */
  static TrailFile open(Path directory, String mark) throws IOException {
    Files.createDirectories(directory);
    Path path = directory.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            OwnFile.ownerOnly(path));
    TrailFile file = new TrailFile(channel, directory.resolve("audit-torn-" + mark + ".txt"));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      file.check(in);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return file;
  }

  private void check(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        check(line.toString(StandardCharsets.UTF_8));
        add(line.size() + 1);
        line.reset();
      } else {
        line.write(b);
      }
    }
    if (line.size() > 0) {
      setAside(line.toByteArray());
    }
  }

  /** A line that breaks the chain is remembered; the chain goes on from what it says it is. */
  private void check(String text) {
    TrailLine line = TrailLine.read(text);
    boolean fits = line != null && line.seq() == lines + 1 && line.prev().equals(last);
    if (!fits && brokenLine == 0) {
      brokenLine = lines + 1;
    }
    if (line != null) {
      last = line.hash();
    }
  }

  /** A crash in between leaves the torn line in both places, and it is put aside again. */
  private void setAside(byte[] rest) throws IOException {
    Files.write(torn, rest, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    channel.truncate(starts[lines]);
    channel.force(true);
    tornBytes = rest.length;
  }

  /** The line where the chain was found broken, from 1; 0 = nowhere. */
  int brokenLine() {
    return brokenLine;
  }

  /** Bytes that were put aside; 0 = none. */
  long tornBytes() {
    return tornBytes;
  }

  String tornName() {
    return String.valueOf(torn.getFileName());
  }

  synchronized int lines() {
    return lines;
  }

  /** The hash that the next line holds. */
  String last() {
    return last;
  }

  /**
   * Adds lines and syncs them all at once. Where it fails none of them is there, or, where even the
   * cut fails, the file is not written to again.
   */
  void append(List<TrailLine> fresh) throws IOException {
    long end = starts[lines];
    List<byte[]> texts = new ArrayList<>();
    for (TrailLine line : fresh) {
      texts.add((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ByteBuffer all = ByteBuffer.allocate(texts.stream().mapToInt(text -> text.length).sum());
    texts.forEach(all::put);
    all.flip();
    try {
      long at = end;
      while (all.hasRemaining()) {
        at += channel.write(all, at);
      }
      channel.force(true);
    } catch (IOException e) {
      undo(end, e);
      throw e;
    }
    texts.forEach(text -> add(text.length));
    last = fresh.get(fresh.size() - 1).hash();
  }

  private void undo(long end, IOException cause) throws IOException {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
      channel.close();
    }
  }

  private synchronized void add(int bytes) {
    if (lines + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[lines + 1] = starts[lines] + bytes;
    lines++;
  }

  /**
   * The lines from one (from 1) up to another, without that, oldest first.
   *
   * @return null where they are not there
   */
  @Nullable List<String> read(int from, int to) throws IOException {
    long begin;
    long end;
    synchronized (this) {
      if (from < 1 || to < from || to > lines + 1) {
        return null;
      }
      begin = starts[from - 1];
      end = starts[to - 1];
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - begin));
    while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) >= 0) {
      // Until all are there.
    }
    return new String(bytes.array(), StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
