package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The rows of a table of forms of the open data (docs/open-data.md), as its NDJSON has them,
 * whether they come from that or from the CSV. Told from other files by how they begin: every row
 * says first whether it is official.
 */
final class OpenDataRows implements Iterator<JsonNode> {
  /** As many bytes as tell the kind. */
  static final int HEAD_BYTES = 20;

  private static final String NDJSON = "{\"official\":false,";
  private static final String CSV = "official,isTest,cont";
  private static final Set<String> JSON_CELLS = Set.of("images", "reasonDetail");
  private static final Set<String> TEXTS =
      Set.of(
          "contest",
          "station",
          "status",
          "was",
          "withheld",
          "method",
          "recordedAt",
          "section",
          "hash",
          "submitter",
          "receivedAt");

  private final Iterator<JsonNode> rows;

  private OpenDataRows(Iterator<JsonNode> rows) {
    this.rows = rows;
  }

  /** True where a file that begins so is a table of the open data. */
  static boolean begin(String head) {
    return head.startsWith(NDJSON) || head.startsWith(CSV);
  }

  /** Reads a table; a line that is none is refused when its turn comes. */
  static OpenDataRows read(InputStream in, String head) {
    return new OpenDataRows(head.startsWith(NDJSON) ? ndjson(in) : csv(in));
  }

  private static Iterator<JsonNode> ndjson(InputStream in) {
    ReplayNdjson lines = new ReplayNdjson(in, null);
    return map(
        lines,
        line -> {
          try {
            return RecountJson.tree(line.json());
          } catch (IOException e) {
            throw new Refused("a row of the open data is no JSON: " + e.getMessage());
          }
        });
  }

  private static Iterator<JsonNode> csv(InputStream in) {
    return map(
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))
            .iterator(),
        OpenDataRows::row);
  }

  private static <T> Iterator<JsonNode> map(
      Iterator<T> from, java.util.function.Function<T, JsonNode> to) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public JsonNode next() {
        return to.apply(from.next());
      }
    };
  }

  /** A CSV row as the NDJSON row that it stands for: an empty cell is a field that is absent. */
  private static JsonNode row(NamedCsvRecord record) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    List<String> names = record.getHeader();
    try {
      for (int i = 0; i < names.size(); i++) {
        String cell = record.getField(i);
        if (!cell.isEmpty()) {
          put(row, names.get(i), cell);
        }
      }
    } catch (IOException | NumberFormatException e) {
      throw new Refused(
          "line " + record.getStartingLineNumber() + " is no row of the open data: " + e);
    }
    return row;
  }

  private static void put(ObjectNode row, String name, String cell) throws IOException {
    if (TEXTS.contains(name)) {
      row.put(name, cell);
    } else if (name.equals("official") || name.equals("isTest")) {
      row.put(name, Boolean.parseBoolean(cell));
    } else if (name.equals("findings")) {
      for (String code : cell.split(" ")) {
        row.withArray("/findings").add(code);
      }
    } else if (name.equals("reason")) {
      row.withObject("/reason").put("kind", cell);
    } else if (JSON_CELLS.contains(name)) {
      JsonNode value = RecountJson.tree(cell.getBytes(StandardCharsets.UTF_8));
      if (name.equals("images")) {
        row.set(name, value);
      } else {
        row.withObject("/reason").setAll((ObjectNode) value);
      }
    } else {
      ObjectNode at = row;
      String[] steps = name.split("\\.");
      for (int i = 0; i < steps.length - 1; i++) {
        at = at.withObjectProperty(steps[i]);
      }
      long number = Long.parseLong(cell);
      if (number == (int) number) {
        at.put(steps[steps.length - 1], (int) number);
      } else {
        at.put(steps[steps.length - 1], number);
      }
    }
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public JsonNode next() {
    return rows.next();
  }
}
