package id.pantau.election;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pantau.model.AreaTree;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code areas.csv} into the rows that {@link AreaTree} builds on: ordered by level, then
 * code, each with its parent one level up, whatever their order in the file.
 */
final class AreasReader {
  static final List<String> HEADER = List.of("code", "parent", "level", "name", "stations");
  private static final String NATION = "0";
  private static final Comparator<AreaRow> ORDER =
      Comparator.<AreaRow>comparingInt(a -> a.row().level()).thenComparing(a -> a.row().code());

  private AreasReader() {}

  static List<AreaTree.Row> read(Reader in, String file) {
    List<AreaRow> areas = parse(in, file);
    areas.sort(ORDER);
    Map<String, AreaRow> byCode = new HashMap<>(areas.size() * 2);
    for (AreaRow area : areas) {
      AreaRow twin = byCode.putIfAbsent(area.row().code(), area);
      if (twin != null) {
        throw new Place(file, area.line())
            .refused("code " + area.row().code() + " stands already on line " + twin.line());
      }
    }
    for (AreaRow area : areas) {
      checkParent(area, byCode, new Place(file, area.line()));
    }
    if (!byCode.containsKey(NATION)) {
      throw new Place(file, 0).refused("no nation: a row with code 0 and level 0 is expected");
    }
    return areas.stream().map(AreaRow::row).toList();
  }

  private static List<AreaRow> parse(Reader in, String file) {
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(in);
    List<AreaRow> areas = new ArrayList<>();
    try {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext() || !records.next().getFields().equals(HEADER)) {
        throw new Place(file, 1).refused("the header is not " + String.join(",", HEADER));
      }
      while (records.hasNext()) {
        areas.add(AreaRow.read(records.next(), file));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new Place(file, 0).refused("not readable as CSV in UTF-8 (" + e.getMessage() + ")");
    }
    return areas;
  }

  private static void checkParent(AreaRow area, Map<String, AreaRow> byCode, Place place) {
    AreaTree.Row row = area.row();
    if (row.level() == 0) {
      if (!row.code().equals(NATION) || !row.parent().isEmpty()) {
        throw place.refused("the nation has code 0 and no parent");
      }
      return;
    }
    AreaRow parent = byCode.get(row.parent());
    if (parent == null) {
      throw place.refused("the parent \"" + row.parent() + "\" of " + row.code() + " is no area");
    }
    if (parent.row().level() != row.level() - 1) {
      throw place.refused(
          "%s is of level %d, its parent %s of level %d"
              .formatted(row.code(), row.level(), row.parent(), parent.row().level()));
    }
    if (row.level() > 1 && !row.code().startsWith(row.parent())) {
      throw place.refused(
          row.code() + " does not begin with the code of its parent, " + row.parent());
    }
  }
}
