package id.pantau.sirekap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What KPU's own servers sent in February 2024: one file of each kind, and the files of 1,000
 * stations of Jakarta as they were on the 18th (collected by gigit-pemilu and hendragunawanipb).
 */
public final class SirekapTree {
  public static final Path FOLDER = Path.of("src/test/resources/id/pantau/sirekap");
  public static final Path SAMPLES = FOLDER.resolve("samples");
  public static final Path RAW = FOLDER.resolve("raw-sirekap-tps-dki-2024-02-18.jsonl.gz");
  private static final ObjectMapper JSON = new ObjectMapper();

  private SirekapTree() {}

  /** The raw station files by code, without the code that the collector wrote into them. */
  public static Map<String, JsonNode> raw() {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    try (InputStream packed = Files.newInputStream(RAW);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ObjectNode file = (ObjectNode) JSON.readTree(line);
        files.put(file.remove("kode").asText(), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** A sample by its name without ending. */
  public static JsonNode sample(String name) {
    try {
      return JSON.readTree(Files.readAllBytes(SAMPLES.resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 31/3171/317106/3171061001/3171061001012}. */
  public static String path(String station) {
    return String.join(
        "/",
        station.substring(0, 2),
        station.substring(0, 4),
        station.substring(0, 6),
        station.substring(0, 10),
        station);
  }
}
