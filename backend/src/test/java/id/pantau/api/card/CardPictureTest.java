package id.pantau.api.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.pantau.model.Choice;
import id.pantau.model.Election;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The finished PNG, read back by other code than ours. */
final class CardPictureTest {
  private static final List<Long> VOTES = List.of(8_933_139L, 16_891_304L, 3_869_173L);
  private static final int[] STATIONS = {152_285, 62_338, 822_607};

  private static BufferedImage picture(Election election, String body, String base)
      throws IOException {
    byte[] png =
        Objects.requireNonNull(CardDrawing.of(election))
            .png(body.getBytes(StandardCharsets.UTF_8), "id", base);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(1200, image.getWidth());
    assertEquals(630, image.getHeight());
    return image;
  }

  private static List<Mark> marks(Election election, String body, String base) {
    CardNumbers numbers = CardNumbers.read(body.getBytes(StandardCharsets.UTF_8), election);
    return CardLayout.of(
        CardContent.of(numbers, election, CardWords.of("id"), base), Ballots.TYPEFACE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://pantau.example, 0, https://pantau.example/ppwp/0?at=2026-11-22T00:11:02.175Z",
    "http://127.0.0.1:18080, 3171061001,"
        + " http://127.0.0.1:18080/ppwp/3171061001?at=2026-11-22T00:11:02.175Z",
  })
  void code_isTheAddressOfThePageAtThesePosition(String base, String area, String address)
      throws Exception {
    BufferedImage image =
        picture(Ballots.REAL, Ballots.body(Ballots.REAL, area, VOTES, STATIONS), base);
    assertEquals(address, read(image));
  }

  @Test
  void code_beforeTheFirstForm_isThePlainAddress() throws Exception {
    String body = Ballots.body(Ballots.REAL, "12", List.of(0L, 0L, 0L), new int[] {0, 0, 9});
    assertEquals(
        "https://pantau.example/ppwp/12",
        read(picture(Ballots.REAL, body, "https://pantau.example")));
  }

  /** As a camera finds it: somewhere in the whole picture. */
  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void shareBars_areAsLongAsTheShares() throws IOException {
    String body = Ballots.body(Ballots.REAL, "0", VOTES, STATIONS);
    BufferedImage image = picture(Ballots.REAL, body, "https://pantau.example");
    List<Mark.ShareBar> bars =
        marks(Ballots.REAL, body, "https://pantau.example").stream()
            .filter(Mark.ShareBar.class::isInstance)
            .map(Mark.ShareBar.class::cast)
            .toList();
    long sum = VOTES.stream().mapToLong(Long::longValue).sum();
    for (int i = 0; i < bars.size(); i++) {
      Rectangle2D box = bars.get(i).box();
      int color = bars.get(i).fill().color();
      assertEquals(Fill.of(choice(i)), bars.get(i).fill());
      double expected = box.getWidth() * VOTES.get(i) / sum;
      assertEquals(expected, length(image, box, color), 3, "choice " + (i + 1));
    }
    assertEquals(VOTES.size(), bars.size());
  }

  @Test
  void coverageBar_isAsLongAsTheCoverage() throws IOException {
    String body = Ballots.body(Ballots.REAL, "0", VOTES, STATIONS);
    BufferedImage image = picture(Ballots.REAL, body, "https://pantau.example");
    Rectangle2D box =
        marks(Ballots.REAL, body, "https://pantau.example").stream()
            .filter(Mark.CoverageBar.class::isInstance)
            .map(Mark::box)
            .findFirst()
            .orElseThrow();
    Rectangle2D below = Sheet.box(box.getX(), box.getY() + 3, box.getWidth(), box.getHeight() - 6);
    double counted = box.getWidth() * STATIONS[0] / STATIONS[2];
    double held = box.getWidth() * (STATIONS[0] + STATIONS[1]) / STATIONS[2];
    assertEquals(counted, length(image, below, Ink.INK), 2);
    assertEquals(held, length(image, below, Ink.QUIET), 4);
  }

  private static Choice choice(int i) {
    return Ballots.REAL.contests().get(0).choices().get(i);
  }

  /** How far right of a box' left edge a colour is found, in pixels. */
  private static double length(BufferedImage image, Rectangle2D box, int color) {
    int last = (int) box.getX() - 1;
    for (int y = (int) Math.ceil(box.getY()); y < Math.floor(box.getMaxY()); y++) {
      for (int x = (int) box.getX(); x < box.getMaxX(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) == color) {
          last = Math.max(last, x);
        }
      }
    }
    return last + 1 - box.getX();
  }

  @Test
  void colors_ofEighteenChoices_areAllExactlyOnTheCard() throws IOException {
    Election election = Ballots.of(18, "Partai");
    List<Long> votes = LongStream.rangeClosed(1, 18).map(i -> i * 1000).boxed().toList();
    String body = Ballots.body(election, "0", votes, STATIONS);
    BufferedImage image = picture(election, body, "https://pantau.example");
    List<Integer> found =
        IntStream.range(0, 1200 * 630)
            .map(i -> image.getRGB(i % 1200, i / 1200) & 0xffffff)
            .distinct()
            .boxed()
            .toList();
    assertTrue(found.size() <= 256, () -> found.size() + " colours");
    for (Choice choice : election.contests().get(0).choices()) {
      int color = Fill.of(choice).color();
      assertTrue(found.contains(color), () -> choice + " is not there");
    }
  }

  @Test
  void png_ofTheSameNumbers_isTheSameBytes() {
    byte[] body = Ballots.body(Ballots.REAL, "0", VOTES, STATIONS).getBytes(StandardCharsets.UTF_8);
    CardDrawing one = Objects.requireNonNull(CardDrawing.of(Ballots.REAL));
    CardDrawing two = Objects.requireNonNull(CardDrawing.of(Ballots.REAL));
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        one.png(body, "en", "https://a.example"), two.png(body, "en", "https://a.example"));
  }
}
