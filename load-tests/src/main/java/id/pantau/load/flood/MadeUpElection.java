package id.pantau.load.flood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of an election with more contests than its source has. Areas, forms and the first
 * contest are the source's; the other contests are made up, with three choices each, and stand
 * everywhere. It is written when it is needed, so that the large tables are kept once.
 */
public final class MadeUpElection {
  /** As many choices as a made-up contest has. */
  private static final List<String> COLORS = List.of("#4E79A7", "#F28E2B", "#59A14F");

  private MadeUpElection() {}

  /**
   * Writes it; a folder that is there already is written over.
   *
   * @param contests of them all, from 1
   */
  public static void write(Path from, Path to, int contests) throws IOException {
    Files.createDirectories(to);
    copy(from, to, "areas.csv.gz");
    copy(from, to, "areas.csv");
    if (Files.isDirectory(from.resolve("forms"))) {
      Files.createDirectories(to.resolve("forms"));
      try (Stream<Path> forms = Files.list(from.resolve("forms"))) {
        for (Path form : forms.toList()) {
          copy(from, to, "forms/" + form.getFileName());
        }
      }
    }
    String source = Files.readString(from.resolve("election.yaml"));
    Files.writeString(to.resolve("election.yaml"), yaml(source, contests));
  }

  private static void copy(Path from, Path to, String name) throws IOException {
    if (Files.exists(from.resolve(name))) {
      Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The source's configuration under another name, its contests but the first replaced. */
  static String yaml(String source, int contests) {
    Map<String, List<String>> sections = sections(source);
    sections.put("id", List.of("id: load-" + contests));
    sections.put(
        "names",
        List.of(
            "names:",
            "  id: Uji beban, " + contests + " kontes, bukan pemilihan",
            "  en: Load test, " + contests + " contests, no election"));
    sections.put("isTest", List.of("isTest: true"));
    sections.put(
        "banners",
        List.of(
            "banners:", "  id: Uji beban dengan angka rekaan", "  en: Load test, made-up numbers"));
    List<String> first = first(sections.getOrDefault("contests", List.of()));
    for (int n = 2; n <= contests; n++) {
      first.addAll(madeUp(n));
    }
    sections.put("contests", first);
    return sections.values().stream().flatMap(List::stream).collect(Collectors.joining("\n"))
        + "\n";
  }

  /** The lines of each top-level key, in their order; what stands before the first goes. */
  private static Map<String, List<String>> sections(String source) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : source.lines().toList()) {
      if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
        section = new ArrayList<>();
        sections.put(line.substring(0, line.indexOf(':')), section);
      }
      section.add(line);
    }
    return sections;
  }

  /** The contests' lines up to where the second begins. */
  private static List<String> first(List<String> contests) {
    List<String> first = new ArrayList<>();
    boolean begun = false;
    for (String line : contests) {
      boolean begins = line.startsWith("  - ");
      if (begins && begun) {
        break;
      }
      begun |= begins;
      if (!line.isBlank() && !line.startsWith("#")) {
        first.add(line);
      }
    }
    return first;
  }

  private static List<String> madeUp(int n) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "  - id: rekaan-" + n,
                "    names:",
                "      id: Kontes rekaan " + n,
                "      en: Made-up contest " + n,
                "    scope: [\"0\"]",
                "    choices:"));
    for (int c = 1; c <= COLORS.size(); c++) {
      lines.add(
          "      - {id: \"r%d%d\", number: %d, name: Pilihan rekaan %d, shortName: Rekaan %d, color: \"%s\"}"
              .formatted(n, c, c, c, c, COLORS.get(c - 1)));
    }
    return lines;
  }
}
