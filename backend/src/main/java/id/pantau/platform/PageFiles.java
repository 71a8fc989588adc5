package id.pantau.platform;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The built pages, read once from the class path. A request is a look-up in this map and never
 * becomes a path of a file system, so there is nothing that a strange path could reach (F34).
 */
public final class PageFiles {
  private static final String INDEX = "index.html";
  private static final long BYTES_MAX = 64L * 1024 * 1024;
  private static final String OTHER_TYPE = "application/octet-stream";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));

  private final Map<String, PageFile> byPath;

  private PageFiles(Map<String, PageFile> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  /** The file of a path that begins with a slash, or null. */
  public @Nullable PageFile get(String path) {
    return byPath.get(path);
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }

  /**
   * Reads everything below a folder of the class path that has an {@code index.html}. Blocks.
   *
   * @param folder {@code /web}
   * @return empty where the jar was built without pages
   */
  public static PageFiles read(String folder) {
    URL index = PageFiles.class.getResource(folder + "/" + INDEX);
    if (index == null) {
      return new PageFiles(Map.of());
    }
    try {
      if (index.openConnection() instanceof JarURLConnection packed) {
        Path jar = Path.of(packed.getJarFileURL().toURI());
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
          return read(inside.getPath(folder));
        }
      }
      return read(Path.of(index.toURI()).resolveSibling(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PageFiles read(Path root) throws IOException {
    Map<String, Buffer> bytes = new HashMap<>();
    long total = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      total += Files.size(file);
      if (total > BYTES_MAX) {
        throw new IOException("the built pages are over " + BYTES_MAX + " bytes");
      }
      String path = "/" + root.relativize(file).toString().replace('\\', '/');
      bytes.put(path, Buffer.buffer(Files.readAllBytes(file)));
    }
    Map<String, PageFile> pages = new HashMap<>();
    bytes.forEach((path, plain) -> pages.put(path, file(path, plain, bytes)));
    pages.keySet().removeIf(p -> isVariant(p, bytes));
    return new PageFiles(pages);
  }

  private static boolean isVariant(String path, Map<String, Buffer> all) {
    return (path.endsWith(".gz") || path.endsWith(".br"))
        && all.containsKey(path.substring(0, path.length() - 3));
  }

  private static PageFile file(String path, Buffer plain, Map<String, Buffer> all) {
    String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), OTHER_TYPE);
    String etag = '"' + Digest.of(plain.getBytes()) + '"';
    Buffer gzip = all.get(path + ".gz");
    if (gzip == null && isText(type) && plain.length() >= Gzipped.BODY_BYTES_MIN) {
      gzip = Gzipped.compress(plain);
    }
    return new PageFile(type, etag, plain, gzip, all.get(path + ".br"));
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || type.contains("json") || type.contains("svg");
  }
}
