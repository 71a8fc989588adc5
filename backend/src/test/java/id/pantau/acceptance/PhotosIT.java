package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station's photos beside its numbers: shown from our own store, and only as what was sent. */
final class PhotosIT {
  private static final String STATION = "0101011001001";

  @TempDir private Path folder = Path.of("");

  @Test
  void photo_inTheStore_isShownUntilOneByteOfItChanges() throws Exception {
    byte[] jpeg = picture("jpg");
    byte[] png = picture("png");
    byte[] other = picture("gif");
    byte[] changed = png.clone();
    changed[changed.length / 2] ^= 1;
    try (NodeProcess node =
        NodeProcess.on(folder.resolve("node"))
            .patient()
            .with("--election", "contoh")
            .env("PANTAU_PHOTOS_LOOKMILLIS", "100")) {
      Sender sender = new Sender(node.url(), node.key());
      put(node, hash(png), changed);
      put(node, hash(other), other);
      node.start();
      assertEquals(201, sender.form(form(jpeg, png, other)).status());
      Await.until("it is counted", () -> stored(node).size() == 4);
      assertEquals(List.of(false, false, false, false), stored(node));
      String etag = etag(node);

      put(node, hash(jpeg), jpeg);
      awaitStored(node, true, false);
      assertNotEquals(etag, etag(node), "another body, another digest");
      HttpResponse<byte[]> served = get(node, jpeg);
      assertEquals(200, served.statusCode());
      assertArrayEquals(jpeg, served.body());
      assertEquals("image/jpeg", served.headers().firstValue("Content-Type").orElse(""));
      for (byte[] wrong : List.of(png, other)) {
        assertEquals(404, get(node, wrong).statusCode());
      }

      node.stop();
      node.start();
      awaitStored(node, true, false);
      put(node, hash(png), png);
      awaitStored(node, true, true);
      Files.write(node.data().resolve("photos").resolve(hash(jpeg)), changed(jpeg));
      assertEquals(false, stored(node).get(0));
      awaitStored(node, false, true);
      assertEquals(404, get(node, jpeg).statusCode());
      assertArrayEquals(png, get(node, png).body());

      String metrics =
          new String(Api.exchange(node.management() + "/metrics").body(), StandardCharsets.UTF_8);
      // Since the restart: the picture that is of another kind, the changed one before and after.
      assertTrue(metrics.contains("pantau_photos_wrong_total 3.0"), metrics);
      assertEquals(3, node.log().split("is not shown", -1).length - 1, node::log);
    }
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 300; i++) {
      image.setRGB(i, i * 7 % 400, 0xffffff - i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out));
    return out.toByteArray();
  }

  private static byte[] changed(byte[] bytes) {
    byte[] other = bytes.clone();
    other[other.length - 3] ^= 1;
    return other;
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static void put(NodeProcess node, String name, byte[] bytes) throws IOException {
    Path store = Files.createDirectories(node.data().resolve("photos"));
    Path first = Files.write(store.resolve(name + ".part"), bytes);
    Files.move(first, store.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static HttpResponse<byte[]> get(NodeProcess node, byte[] photo) throws Exception {
    return Api.exchange(node.url() + "/photos/" + hash(photo));
  }

  /** Whether each image of the station's form is stored. */
  private static List<Boolean> stored(NodeProcess node) throws IOException {
    List<Boolean> stored = new ArrayList<>();
    JsonNode body = node.api().station(STATION);
    for (JsonNode image : body.path("current").path("images")) {
      stored.add(image.path("stored").asBoolean());
    }
    assertEquals(
        body.path("current").path("images"), body.path("revisions").path(0).path("images"));
    return stored;
  }

  /** A busy disk may cost a photo for one answer, so a body is asked for again. */
  private static void awaitStored(NodeProcess node, boolean jpeg, boolean png) {
    Await.until(
        "jpeg stored " + jpeg + ", png stored " + png,
        () -> stored(node).equals(List.of(jpeg, png, false, false)));
  }

  private static String etag(NodeProcess node) throws IOException {
    return Api.exchange(node.url() + "/api/v1/stations/" + STATION + "/ppwp")
        .headers()
        .firstValue("ETag")
        .orElse("");
  }

  private static String form(byte[]... photos) throws Exception {
    List<String> images = new ArrayList<>();
    for (byte[] photo : photos) {
      images.add(
          "{\"page\":%d,\"url\":\"https://example.org/%1$d\",\"sha256\":\"%s\"}"
              .formatted(images.size() + 1, hash(photo)));
    }
    images.add("{\"page\":9,\"url\":\"https://example.org/9\"}");
    return "{\"contest\":\"ppwp\",\"station\":\""
        + STATION
        + "\",\"generation\":0,\"revision\":1,\"method\":\"machine\","
        + "\"votes\":{\"900001\":10,\"900002\":20,\"900003\":30},"
        + "\"valid\":60,\"invalid\":1,\"total\":61,\"images\":["
        + String.join(",", images)
        + "]}";
  }
}
