package id.pantau.platform;

import id.pantau.model.Act;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The acts done on this node, {@code acts.ndjson} under its data: a line each, only ever appended
 * to, so that they outlive a Redis that lost them. Blocking, for worker threads.
 */
final class ActsFile {
  private static final String NAME = "acts.ndjson";
  private final Path folder;
  private final Path file;

  ActsFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
  }

  /** The acts; a last line that a crash cut off never happened and is skipped. */
  List<Act> read() throws IOException {
    List<Act> acts = new ArrayList<>();
    try {
      for (String line : Files.readString(file).split("\n")) {
        Act act = line.isBlank() ? null : ActJson.read(line);
        if (act != null) {
          acts.add(act);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return acts;
  }

  /** Appends and syncs. A line that a crash cut off before is closed first by a line end. */
  synchronized void append(Act act) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String before = out.size() == 0 ? "" : "\n";
      ByteBuffer rest =
          ByteBuffer.wrap((before + ActJson.text(act)).getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }
}
