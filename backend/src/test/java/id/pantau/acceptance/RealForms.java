package id.pantau.acceptance;

import id.pantau.cli.FormJson;
import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.sirekap.TalliesReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The bundled real forms of February 2024, whole or in part. */
final class RealForms {
  private static final Path FOLDER = Path.of("../config/elections/pemilu-2024/forms");

  /** Every station of 25 provinces and overseas. */
  static final Path ALL = FOLDER.resolve("ppwp.csv.gz");

  /** The successive states of the 9,062 stations that changed. */
  static final Path HISTORY = FOLDER.resolve("ppwp-revisions.csv.gz");

  private RealForms() {}

  /** The rows of some provinces as a CSV of their own; "51" is 12,790 rows, "65" 2,295. */
  static Path csv(Path folder, String... provinces) throws IOException {
    Path target = folder.resolve("forms-" + String.join("-", provinces) + ".csv");
    List<String> wanted = List.of(provinces);
    try (InputStream packed = Files.newInputStream(ALL);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
        BufferedWriter out = Files.newBufferedWriter(target)) {
      out.write(in.readLine());
      out.write('\n');
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        if (wanted.contains(row.substring(0, 2))) {
          out.write(row);
          out.write('\n');
        }
      }
    }
    return target;
  }

  /** The forms of a CSV as a submitter writes them, one JSON each. */
  static List<String> json(Path csv) throws IOException {
    Contest contest = Objects.requireNonNull(ElectionReader.packed("pemilu-2024").contest("ppwp"));
    List<String> forms = new ArrayList<>();
    try (InputStream in = Files.newInputStream(csv)) {
      TalliesReader.read(in, csv.toString(), contest)
          .arrivals()
          .forEach(a -> forms.add(new String(FormJson.bytes(a.form()), StandardCharsets.UTF_8)));
    }
    return forms;
  }
}
