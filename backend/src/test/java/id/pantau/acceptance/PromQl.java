package id.pantau.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The expressions of {@code config/monitoring}, and what they ask of a node's metrics. */
final class PromQl {
  private static final Path FOLDER = Path.of("../config/monitoring");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)\\}");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()\\b");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** What Prometheus makes itself of a scrape. */
  private static final Set<String> ITS_OWN = Set.of("up");

  private PromQl() {}

  /** Every expression, by where it stands. */
  static Map<String, String> all() throws IOException {
    Map<String, String> all = new TreeMap<>();
    JsonNode rules = new YAMLMapper().readTree(FOLDER.resolve("rules.yml").toFile());
    for (JsonNode group : rules.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        all.put("alert " + rule.path("alert").asText(), rule.path("expr").asText());
      }
    }
    try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        for (JsonNode panel : Json.tree(Files.readAllBytes(file)).path("panels")) {
          int i = 0;
          for (JsonNode target : panel.path("targets")) {
            String where = file.getFileName() + ", " + panel.path("title").asText() + " " + i++;
            all.put(where, target.path("expr").asText());
          }
        }
      }
    }
    return all;
  }

  /** Names of the metrics in an expression. */
  static Set<String> names(String expression) {
    String bare = expression.replaceAll("\\{[^}]*\\}|\\[[^\\]]*\\]|\"[^\"]*\"", " ");
    Matcher found = NAME.matcher(GROUPING.matcher(bare).replaceAll(" "));
    Set<String> names = new TreeSet<>();
    while (found.find()) {
      if (!WORDS.contains(found.group()) && !ITS_OWN.contains(found.group())) {
        names.add(found.group());
      }
    }
    return names;
  }

  /**
   * Selections by a plain label, {@code metric} and {@code label="value"}, that the node must know;
   * of a pattern like {@code counted|held} each part.
   */
  static List<List<String>> selections(String expression) {
    List<List<String>> wanted = new ArrayList<>();
    Matcher selector = SELECTOR.matcher(expression);
    while (selector.find()) {
      Matcher label = LABEL.matcher(selector.group(2));
      while (label.find()) {
        boolean its = ITS_OWN.contains(selector.group(1)) || label.group(3).contains("$");
        for (String value : its ? new String[0] : label.group(3).split("\\|")) {
          wanted.add(List.of(selector.group(1), label.group(1) + "=\"" + value + "\""));
        }
      }
    }
    return wanted;
  }
}
