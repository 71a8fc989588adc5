package id.pantau.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a redis-server is: the system's, which gets security patches, else the one packed in the
 * jar (7.0.15, for loopback only).
 */
public final class RedisBinary {
  private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");

  private RedisBinary() {}

  /**
   * @param folder where the packed one is laid
   * @throws Refused where neither is to be had
   */
  public static Path find(Path folder) throws IOException {
    for (String name : new String[] {"redis-server", "valkey-server"}) {
      Path system = onPath(name);
      if (system != null && hasFunctions(system)) {
        return system;
      }
    }
    return unpack(folder);
  }

  private static @Nullable Path onPath(String name) {
    String path = System.getenv("PATH");
    if (path == null) {
      return null;
    }
    for (String entry : path.split(java.io.File.pathSeparator)) {
      Path candidate = Path.of(entry, name);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** Functions came with 7.0. */
  private static boolean hasFunctions(Path binary) throws IOException {
    Process asked = new ProcessBuilder(binary.toString(), "--version").start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      asked.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Matcher version = VERSION.matcher(answer);
    return version.find() && Integer.parseInt(version.group(1)) >= 7;
  }

  private static Path unpack(Path folder) throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String kind =
        (os.contains("mac") ? "darwin" : "linux")
            + (arch.contains("aarch64") || arch.contains("arm64") ? "-arm64" : "-amd64");
    Path target = folder.resolve("redis-server");
    try (InputStream in = RedisBinary.class.getResourceAsStream("/redis-server-7.0.15-" + kind)) {
      if (in == null || os.contains("win")) {
        throw new Refused(
            "there is no Redis for " + os + "/" + arch + " in the jar and none on the PATH");
      }
      Path fresh = Files.createTempFile(folder, "redis-server", ".new");
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      if (!fresh.toFile().setExecutable(true)) {
        throw new IOException(fresh + " cannot be made executable");
      }
      Files.move(
          fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }
}
