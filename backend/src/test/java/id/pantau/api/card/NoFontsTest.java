package id.pantau.api.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A card is drawn where there is no font and no font library: in a JVM of its own, whose fontconfig
 * sees nothing, no font is looked for.
 */
final class NoFontsTest {
  private static final Pattern LOADED =
      Pattern.compile("((?:sun\\.font|java\\.awt\\.font)\\.\\S+)");

  /** What java.awt.Font itself is made of; Graphics2D names that class. None of these is a font. */
  private static final Set<String> CONSTANTS =
      Set.of(
          "sun.font.FontAccess",
          "sun.font.AttributeValues",
          "sun.font.EAttribute",
          "sun.font.FontUtilities",
          "sun.font.FontUtilities$1",
          "java.awt.font.JavaAWTFontAccessImpl",
          "java.awt.font.TextAttribute");

  @TempDir private Path folder = Path.of("");

  @Test
  void card_inAJvmWithoutFonts_isDrawnAndNoFontIsLookedFor() throws Exception {
    Path png = folder.resolve("card.png");
    String said = draw(png);
    assertEquals(1200, Objects.requireNonNull(ImageIO.read(png.toFile())).getWidth());
    assertTrue(said.contains("id.pantau.api.card.Canvas"), "the log of classes is empty: " + said);
    Set<String> loaded = new TreeSet<>();
    Matcher classes = LOADED.matcher(said);
    while (classes.find()) {
      loaded.add(classes.group(1));
    }
    loaded.removeAll(CONSTANTS);
    assertEquals(Set.of(), loaded);
    assertFalse(Files.readString(folder.resolve("maps")).contains("fontmanager"));
  }

  private String draw(Path png) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder child =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-Djava.awt.headless=true",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Drawing.class.getName(),
                png.toString(),
                folder.resolve("maps").toString()));
    child.environment().put("FONTCONFIG_FILE", "/dev/null");
    child.environment().put("FONTCONFIG_PATH", folder.toString());
    child.environment().remove("DISPLAY");
    Process process = child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the child does not end");
    String said = Files.readString(log);
    assertEquals(0, process.exitValue(), said);
    return said;
  }

  /** The child: draws one card, and notes which libraries are in its memory. */
  static final class Drawing {
    private Drawing() {}

    public static void main(String[] arguments) throws IOException {
      String body = Ballots.body(Ballots.REAL, "31", List.of(1L, 2L, 3L), new int[] {1, 2, 30_766});
      byte[] png =
          Objects.requireNonNull(CardDrawing.of(Ballots.REAL))
              .png(body.getBytes(StandardCharsets.UTF_8), "id", "https://pantau.example");
      Files.write(Path.of(arguments[0]), png);
      Path maps = Path.of("/proc/self/maps");
      Files.writeString(Path.of(arguments[1]), Files.exists(maps) ? Files.readString(maps) : "");
    }
  }
}
