package id.pantau.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own store of photographed pages: a folder of files, each named by the SHA-256 of its bytes. A
 * file is a photo only once its content was held against its name, and again whenever it is another
 * file; what fails is told once and is never shown. Asked from any context, answers on the
 * caller's; all reading happens on threads of its own, so that a slow disk stops nothing else.
 */
public final class Photos {
  private static final Logger LOG = LoggerFactory.getLogger(Photos.class);
  private static final int THREADS = 4;
  private static final int CHECKED_MAX = 200_000;
  private static final int TRIES = 3;
  private static final int SETTLED_MILLIS = 2_000;

  /** Whatever is written into a file, or put in its place, changes one of these. */
  private static final String IDENTITY = "unix:isRegularFile,size,dev,ino,lastModifiedTime,ctime";

  private final Path folder;
  private final Settings.Photos limits;
  private final Counter wrong;
  private final Cache<String, Checked> checked =
      Caffeine.newBuilder().maximumSize(CHECKED_MAX).build();
  private volatile PhotoNames names = PhotoNames.NONE;
  private volatile @Nullable WorkerExecutor threads;

  /** A photo that may be shown: an open file, which the taker closes. */
  public record Photo(FileChannel file, String type, long length) {}

  /**
   * What a look into one file found.
   *
   * @param type null = not to be shown
   * @param settled false where the file was so young that a change may not show in its times
   */
  private record Checked(Map<String, Object> identity, @Nullable String type, boolean settled) {}

  /** A store that holds nothing until it is started. */
  public Photos(Settings settings, MeterRegistry registry) {
    this.limits = settings.photos();
    this.folder =
        limits.folder().isEmpty()
            ? Path.of(settings.node().data()).resolve("photos")
            : Path.of(limits.folder());
    this.wrong =
        Counter.builder("pantau.photos.wrong")
            .description("files of the store whose content is not what their name says")
            .register(registry);
    Gauge.builder("pantau.photos.names", this, photos -> photos.names.size())
        .description("names in the store of photos")
        .register(registry);
  }

  /** Reads the names, and looks for new ones from then on; never fails. */
  public Future<Void> start(Vertx vertx) {
    WorkerExecutor own = vertx.createSharedWorkerExecutor("pantau-photos", THREADS);
    threads = own;
    vertx.setPeriodic(
        limits.lookMillis(),
        timer -> {
          if (threads == own) {
            look(own);
          } else {
            vertx.cancelTimer(timer);
          }
        });
    return look(own);
  }

  /** Ends its threads: one that is not closed is never collected, nor is anything behind it. */
  public Future<Void> close() {
    WorkerExecutor own = threads;
    threads = null;
    return own == null ? Future.succeededFuture() : own.close();
  }

  private Future<Void> look(WorkerExecutor own) {
    return own.executeBlocking(
            () -> {
              names = names.lookAgain(folder, limits.filesMax());
              return null;
            },
            true)
        .recover(
            failure -> {
              LOG.warn("the photos in {} cannot be listed: {}", folder, failure.toString());
              return Future.succeededFuture();
            })
        .mapEmpty();
  }

  /** Those of some hashes whose photo is here and is what its name says. */
  public Future<Set<String>> stored(Set<String> hashes) {
    PhotoNames now = names;
    Set<String> likely = hashes.stream().filter(now::has).collect(Collectors.toSet());
    WorkerExecutor own = threads;
    if (likely.isEmpty() || own == null) {
      return Future.succeededFuture(Set.of());
    }
    return own.executeBlocking(
        () -> {
          Set<String> stored = new HashSet<>();
          for (String hash : likely) {
            if (isSound(hash)) {
              stored.add(hash);
            }
          }
          return stored;
        },
        false);
  }

  /** The photo of a hash, empty where there is none that may be shown. */
  public Future<Optional<Photo>> open(String hash) {
    WorkerExecutor own = threads;
    if (own == null || !names.has(hash)) {
      return Future.succeededFuture(Optional.empty());
    }
    return own.executeBlocking(() -> opened(hash), false);
  }

  private boolean isSound(String hash) {
    Checked known = checked.getIfPresent(hash);
    if (known != null && known.settled() && known.identity().equals(identity(hash))) {
      return known.type() != null;
    }
    try {
      Optional<Photo> photo = opened(hash);
      if (photo.isPresent()) {
        photo.get().file().close();
      }
      return photo.isPresent();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the photo {} cannot be read: {}", folder.resolve(hash), e.toString());
      return false;
    }
  }

  /**
   * The file that was checked is the file that is open: its identity is the same before and after.
   */
  private Optional<Photo> opened(String hash) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Map<String, Object> identity = identity(hash);
      if (identity == null) {
        return Optional.empty();
      }
      FileChannel file = open(folder.resolve(hash));
      if (file == null) {
        return Optional.empty();
      }
      boolean kept = false;
      try {
        String type = type(hash, identity, file);
        if (identity.equals(identity(hash))) {
          if (type == null) {
            return Optional.empty();
          }
          kept = true;
          return Optional.of(new Photo(file, type, file.size()));
        }
      } finally {
        if (!kept) {
          file.close();
        }
      }
    }
    return Optional.empty();
  }

  private @Nullable String type(String hash, Map<String, Object> identity, FileChannel file) {
    return checked
        .asMap()
        .compute(hash, (name, known) -> checked(name, identity, file, known))
        .type();
  }

  /** What is known of this very file, or a look into it; trouble is told once a file. */
  private Checked checked(
      String hash, Map<String, Object> identity, FileChannel file, @Nullable Checked known) {
    boolean same = known != null && known.identity().equals(identity);
    if (known != null && same && known.settled()) {
      return known;
    }
    boolean settled =
        identity.get("ctime") instanceof FileTime changed
            && changed.toMillis() < System.currentTimeMillis() - SETTLED_MILLIS;
    PhotoCheck.Found found;
    try {
      found = PhotoCheck.of(file, hash, limits.fileBytesMax());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean told = known != null && same && known.type() == null;
    if (found.trouble() != null && !told) {
      wrong.increment();
      LOG.error("the photo {} is not shown: {}", folder.resolve(hash), found.trouble());
    }
    return new Checked(identity, found.type(), settled);
  }

  /** Null where there is no file of that name; a link is none. */
  private @Nullable Map<String, Object> identity(String hash) {
    try {
      Map<String, Object> identity =
          Files.readAttributes(folder.resolve(hash), IDENTITY, LinkOption.NOFOLLOW_LINKS);
      return Boolean.TRUE.equals(identity.get("isRegularFile")) ? identity : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }
}
