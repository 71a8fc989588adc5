package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.pantau.api.card.CardDrawing;
import id.pantau.election.ElectionReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Share cards of a real node: the very numbers of its API, and a code that leads back to them. */
final class CardIT {
  private static final String ADDRESS = "https://suara.example.org";
  private static final String FORM =
      """
      {"contest":"ppwp","station":"3171061001001","generation":0,"revision":%d,"method":"machine",
       "recordedAt":"2024-02-14T16:20:00+07:00",
       "votes":{"100025":%d,"100026":19,"100027":2},"valid":%d,"invalid":1,"total":%d,
       "reason":{"kind":"%s","note":null,"codes":[],"by":[],"cites":null}}""";

  /** A camera has many pictures of a code, we have one, and it stands among figures. */
  private static final Map<DecodeHintType, ?> PATIENTLY = Map.of(DecodeHintType.TRY_HARDER, true);

  @TempDir private Path folder = Path.of("");

  @Test
  void card_showsTheNumbersOfTheApi_andItsCodeLeadsBackToThem() throws Exception {
    CardDrawing drawing =
        Objects.requireNonNull(CardDrawing.of(ElectionReader.packed("pemilu-2024")));
    try (NodeProcess node =
        NodeProcess.on(folder.resolve("node")).env("PANTAU_WEB_PUBLICURL", ADDRESS)) {
      String key = node.key();
      node.start();
      byte[] waiting = card(node, "31.png");
      assertArrayEquals(drawing.png(results(node, "31"), "id", ADDRESS), waiting);
      assertEquals(ADDRESS + "/ppwp/31", code(waiting));

      send(node, key, 1, 144, "new");
      for (String area : List.of("0", "31", "3171061001")) {
        for (String language : List.of("id", "en")) {
          byte[] drawn = card(node, area + ".png?lang=" + language);
          assertArrayEquals(drawing.png(results(node, area), language, ADDRESS), drawn);
        }
      }
      String earlier = code(card(node, "31.png"));
      String asOf = node.api().results("31").path("asOf").asText();
      assertEquals(ADDRESS + "/ppwp/31?at=" + asOf, earlier);

      send(node, key, 2, 100, "transcription-correction");
      String at = "31?at=" + asOf;
      assertEquals(144, node.api().results(at).path("totals").path("votes").path("100025").asInt());
      byte[] then = card(node, "31.png?at=" + asOf);
      assertArrayEquals(drawing.png(results(node, at), "id", ADDRESS), then);
      assertEquals(earlier, code(then), "the card of then leads to then");
      assertTrue(!earlier.equals(code(card(node, "31.png"))));
    }
  }

  private static void send(NodeProcess node, String key, int revision, int votes, String reason)
      throws Exception {
    long valid = votes + 21L;
    String form = FORM.formatted(revision, votes, valid, valid + 1, reason);
    Sender.Reply reply = new Sender(node.url(), key).form(form);
    assertEquals(201, reply.status(), reply::body);
    Await.until(
        () -> "the board shows revision " + revision,
        Await.LONG,
        () -> node.api().results("0").path("totals").path("votes").path("100025").asInt() == votes);
  }

  private static byte[] results(NodeProcess node, String area) throws Exception {
    return get(node.url() + "/api/v1/results/ppwp/" + area);
  }

  private static byte[] card(NodeProcess node, String file) throws Exception {
    return get(node.url() + "/card/ppwp/" + file);
  }

  private static byte[] get(String address) throws Exception {
    HttpResponse<byte[]> answer = Api.exchange(address);
    assertEquals(200, answer.statusCode(), address);
    return answer.body();
  }

  /** What a camera reads from the picture. */
  private static String code(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
    return new QRCodeReader().decode(bitmap, PATIENTLY).getText();
  }
}
