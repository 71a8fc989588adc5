package id.pantau.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.pantau.model.Method;
import id.pantau.platform.OwnFile;
import id.pantau.platform.WatchedFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The file of submitters' keys, {@code keys.json} in the node's data directory. Blocking: for the
 * command line and worker threads.
 */
public final class KeyFile {
  private static final String NAME = "keys.json";
  private static final long BYTES_MAX = 16 << 20;
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 6;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Object IN_PROCESS = new Object();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OwnFile file;
  private final InstantSource clock;

  record Content(List<KeyEntry> submitters) {}

  /**
   * @param directory the node's data directory; created when a key is added
   */
  public KeyFile(Path directory, InstantSource clock) {
    this.file = new OwnFile(directory, NAME);
    this.clock = clock;
  }

  /**
   * Makes a key and stores its hash. A crash before the rename leaves the old file; after it the
   * key counts although nobody has seen it, and is only a line to delete.
   *
   * @param areas area codes, {@code "0"} = everywhere
   * @return the key, {@code pk_} and 43 characters of base64url: 256 random bits, shown only here
   * @throws IllegalArgumentException where an area is none or nothing is given
   * @throws IOException where the file there is broken or cannot be written
   */
  public String add(List<String> areas, Set<Method> methods) throws IOException {
    KeyEntry.checkedAreas(areas);
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("a key needs a method");
    }
    String key = freshKey();
    KeyEntry entry =
        new KeyEntry(
            freshId(),
            Keys.hash(key),
            areas,
            methods.stream().sorted().map(Method::wire).toList(),
            false,
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            null,
            null);
    synchronized (IN_PROCESS) {
      append(entry);
    }
    return key;
  }

  /** A key that nobody honours yet. */
  static String freshKey() {
    byte[] secret = random(KEY_BYTES);
    return "pk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  static String freshId() {
    return "s-" + HexFormat.of().formatHex(random(ID_BYTES));
  }

  /** Writes into the file what acts say of keys, where it says something else. */
  void settle(GrantedKeys granted) throws IOException {
    synchronized (IN_PROCESS) {
      change(granted::over);
    }
  }

  /** Locks out other processes; threads of this one must not come here together. */
  private void append(KeyEntry entry) throws IOException {
    change(
        entries -> {
          List<KeyEntry> more = new ArrayList<>(entries);
          more.add(entry);
          return more;
        });
  }

  private void change(UnaryOperator<List<KeyEntry>> step) throws IOException {
    file.locked(
        () -> {
          List<KeyEntry> before = entries();
          List<KeyEntry> after = step.apply(before);
          if (!after.equals(before)) {
            index(after);
            Content content = new Content(after);
            file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
          }
        });
  }

  /** The submitters, revoked ones too; empty where there is no file. */
  List<KeyEntry> read() throws IOException {
    List<KeyEntry> entries = entries();
    index(entries);
    return entries;
  }

  /** The file, with what reads it when it has changed. */
  WatchedFile watched(OwnFile.Step read) {
    return new WatchedFile(file, "keys", read);
  }

  private List<KeyEntry> entries() throws IOException {
    byte[] bytes;
    try {
      bytes = file.read(BYTES_MAX);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    Content content;
    try {
      content = JSON.readValue(bytes, Content.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is broken: " + e.getOriginalMessage(), e);
    }
    if (content == null || content.submitters() == null) {
      throw new IOException(file + " has no submitters");
    }
    return content.submitters();
  }

  /** The submitters that have a key, by its hash. */
  static Map<String, Submitter> index(Collection<KeyEntry> entries) throws IOException {
    Map<String, Submitter> byHash = new HashMap<>();
    for (KeyEntry entry : entries) {
      if (entry == null) {
        throw new IOException("a submitter is null");
      }
      Submitter submitter = entry.submitter();
      if (entry.revoked() == null && byHash.put(entry.hash(), submitter) != null) {
        throw new IOException(entry.id() + " has the key of another submitter");
      }
    }
    return Map.copyOf(byHash);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
