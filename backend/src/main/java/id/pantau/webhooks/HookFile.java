package id.pantau.webhooks;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.pantau.platform.OwnFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of this node with their secrets, {@code webhooks.json} under its data, that only its
 * owner may read. Blocking, for worker threads.
 */
final class HookFile {
  private static final String NAME = "webhooks.json";
  private static final long BYTES_MAX = 4 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final OwnFile file;

  record Content(List<Hook> webhooks) {}

  /**
   * @param folder the node's data
   */
  HookFile(Path folder) {
    this.file = new OwnFile(folder, NAME);
  }

  /**
   * The webhooks; none where there is no file.
   *
   * @throws IOException with one sentence where the file is broken
   */
  List<Hook> read() throws IOException {
    byte[] bytes;
    try {
      bytes = file.read(BYTES_MAX);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    try {
      List<Hook> hooks = JSON.readValue(bytes, Content.class).webhooks();
      check(hooks);
      return List.copyOf(hooks);
    } catch (JacksonException e) {
      // Without the source: that would be a secret in the log.
      throw new IOException(file + " is broken: " + e.getClass().getSimpleName(), e);
    } catch (NullPointerException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(file + " is broken: " + e.getMessage(), e);
    }
  }

  private static void check(List<Hook> hooks) {
    Set<String> ids = new HashSet<>();
    for (Hook hook : hooks) {
      if (!ids.add(hook.id())) {
        throw new IllegalArgumentException(hook.id() + " is there twice");
      }
      URI.create(hook.url());
      Hook.Secrets secrets = hook.secrets();
      Secret.check(secrets.now());
      if (secrets.old() != null) {
        Secret.check(secrets.old());
      }
      instant(secrets.oldUntil());
      instant(hook.standing().failingSince());
      instant(hook.standing().endedAt());
    }
  }

  private static void instant(@Nullable String text) {
    if (text != null) {
      Instant.parse(text);
    }
  }

  /** Puts these in the place of what is there, synced; a crash leaves the old ones. */
  void write(List<Hook> hooks) throws IOException {
    byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(hooks));
    file.locked(() -> file.write(bytes));
  }
}
