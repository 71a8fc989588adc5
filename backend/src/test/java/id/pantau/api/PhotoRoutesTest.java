package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Photos;
import id.pantau.platform.SettingsReader;
import id.pantau.platform.WebRig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F34 and more: only photos that are what their name says leave the store. */
final class PhotoRoutesTest {
  private static final int BYTES_MAX = 300_000;
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] WEBP = "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Photos photos;
  private final WebRig rig;

  PhotoRoutesTest(@TempDir Path temp) {
    folder = temp.resolve("photos");
    photos =
        new Photos(
            SettingsReader.read(
                null,
                Map.of(
                    "PANTAU_PHOTOS_FOLDER",
                    folder.toString(),
                    "PANTAU_PHOTOS_LOOKMILLIS",
                    "20",
                    "PANTAU_PHOTOS_FILEBYTESMAX",
                    "" + BYTES_MAX)),
            meters);
    PhotoRoutes routes = new PhotoRoutes(photos);
    rig =
        new WebRig(
            1,
            List.of(
                door -> {
                  photos.start(door.vertx());
                  routes.mount(door.router());
                }));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static byte[] photo(byte[] magic, int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    System.arraycopy(magic, 0, bytes, 0, Math.min(magic.length, length));
    return bytes;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a file there as an operator should: under another name first, and before any look too. */
  private void put(String name, byte[] bytes) throws IOException {
    int before = (int) meters.get("pantau.photos.names").gauge().value();
    boolean isNew = !Files.exists(folder.resolve(name));
    Files.createDirectories(folder);
    Path first = folder.resolve(name + ".part");
    Files.write(first, bytes);
    Files.move(first, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    await(() -> !isNew || (int) meters.get("pantau.photos.names").gauge().value() == before + 1);
  }

  private static void await(BooleanSupplier state) {
    for (int tries = 0; tries < 3_000 && !state.getAsBoolean(); tries++) {
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertTrue(state.getAsBoolean());
  }

  private double wrong() {
    return meters.get("pantau.photos.wrong").counter().count();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void photo_ofEachKind_isServedAsWhatItsFirstBytesSay() throws IOException {
    for (Map.Entry<String, byte[]> kind :
        Map.of("image/jpeg", JPEG, "image/png", PNG, "image/webp", WEBP).entrySet()) {
      byte[] bytes = photo(kind.getValue(), 200_000);
      put(hash(bytes), bytes);
      HttpResponse<byte[]> response = rig.get("/photos/" + hash(bytes));
      assertEquals(200, response.statusCode(), WebRig.text(response));
      assertArrayEquals(bytes, response.body());
      assertEquals(kind.getKey(), header(response, "Content-Type"));
    }
    assertEquals(0, wrong());
  }

  @Test
  void photo_headers_letItBeKeptForeverAndNothingInItRun() throws IOException {
    byte[] bytes = photo(JPEG, 5_000);
    String path = "/photos/" + hash(bytes);
    put(hash(bytes), bytes);
    HttpResponse<byte[]> response = rig.get(path, "Accept-Encoding", "gzip");
    assertEquals('"' + hash(bytes) + '"', header(response, "ETag"));
    assertEquals("public, max-age=31536000, immutable", header(response, "Cache-Control"));
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    assertEquals("default-src 'none'; sandbox", header(response, "Content-Security-Policy"));
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    assertEquals("", header(response, "Content-Encoding"));
    assertEquals("5000", header(response, "Content-Length"));

    HttpResponse<byte[]> known = rig.get(path, "If-None-Match", header(response, "ETag"));
    assertEquals(304, known.statusCode());
    assertEquals(0, known.body().length);
    HttpResponse<byte[]> head = rig.send("HEAD", path);
    assertEquals(200, head.statusCode());
    assertEquals("5000", header(head, "Content-Length"));
    assertEquals(0, head.body().length);
    assertEquals(405, rig.send("POST", path).statusCode());
  }

  @Test
  void photo_notWhatItsNameSays_isNeverServedAndCountedOnce() throws Exception {
    byte[] bytes = photo(JPEG, 5_000);
    byte[] changed = bytes.clone();
    changed[4_000] ^= 1;
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] large = photo(PNG, BYTES_MAX + 1);
    byte[] tiny = photo(JPEG, 2);
    put(hash(bytes), changed);
    for (byte[] other : List.of(page, large, tiny, new byte[0])) {
      put(hash(other), other);
    }
    for (int round = 0; round < 3; round++) {
      for (byte[] each : List.of(bytes, page, large, tiny, new byte[0])) {
        HttpResponse<byte[]> response = rig.get("/photos/" + hash(each));
        assertEquals(404, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertEquals("no-store", header(response, "Cache-Control"));
      }
    }
    assertEquals(5, wrong());
    // Put right, it is another file; written over in place, it is one again.
    put(hash(bytes), bytes);
    assertEquals(200, rig.get("/photos/" + hash(bytes)).statusCode());
    Files.write(folder.resolve(hash(bytes)), changed);
    assertEquals(404, rig.get("/photos/" + hash(bytes)).statusCode());
    Files.delete(folder.resolve(hash(bytes)));
    assertEquals(404, rig.get("/photos/" + hash(bytes)).statusCode());
    assertEquals(6, wrong());
  }

  /** Within one tick of the file system's clock a file may change and keep size and times. */
  @Test
  void photo_changedInPlaceInTheSameMoment_isNoticed() throws IOException {
    byte[] bytes = photo(JPEG, 5_000);
    byte[] changed = bytes.clone();
    changed[4_000] ^= 1;
    put(hash(bytes), bytes);
    for (int round = 0; round < 20; round++) {
      Files.write(folder.resolve(hash(bytes)), bytes);
      assertEquals(200, rig.get("/photos/" + hash(bytes)).statusCode(), "round " + round);
      Files.write(folder.resolve(hash(bytes)), changed);
      assertEquals(404, rig.get("/photos/" + hash(bytes)).statusCode(), "round " + round);
    }
  }

  @Test
  void photo_aLinkOrAFolder_isNone() throws IOException {
    byte[] bytes = photo(JPEG, 5_000);
    Path outside = Files.write(folder.resolveSibling("outside.jpg"), bytes);
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve(hash(bytes)), outside);
    Files.createDirectory(folder.resolve(hash(new byte[1])));
    await(() -> meters.get("pantau.photos.names").gauge().value() == 2);
    assertEquals(404, rig.get("/photos/" + hash(bytes)).statusCode());
    assertEquals(404, rig.get("/photos/" + hash(new byte[1])).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/photos/",
        "/photos",
        "/photos/HASH/",
        "/photos/HASH.jpg",
        "/photos/UPPER",
        "/photos/../photos/HASH",
        "/photos/./HASH",
        "/photos//HASH",
        "/photos/%2e%2e/HASH",
        "/photos/..%2fphotos%2fHASH",
        "/photos/ESCAPED",
        "/photos/HASH%00",
        "/photos/HASH;x=1",
        "/photos/..\\HASH",
        "/PHOTOS/HASH",
      })
  void path_anyOtherSpelling_is404(String path) throws IOException {
    byte[] bytes = photo(JPEG, 5_000);
    String hash = hash(bytes);
    put(hash, bytes);
    String escaped = "%" + Integer.toHexString(hash.charAt(0)) + hash.substring(1);
    String upper = hash.substring(0, 63).toUpperCase(java.util.Locale.ROOT) + "A";
    String asked = path.replace("HASH", hash).replace("ESCAPED", escaped).replace("UPPER", upper);
    String answer = rig.raw("GET " + asked + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    String ours =
        rig.raw("GET /photos/" + hash + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertTrue(ours.startsWith("HTTP/1.1 200 "), ours);
  }

  @Test
  void photo_manyAtOnceWhileFirstSeen_areAllWhole() throws IOException {
    byte[] bytes = photo(WEBP, BYTES_MAX);
    put(hash(bytes), bytes);
    long sound =
        java.util.stream.IntStream.range(0, 40)
            .parallel()
            .filter(i -> Arrays.equals(bytes, rig.get("/photos/" + hash(bytes)).body()))
            .count();
    assertEquals(40, sound);
  }
}
