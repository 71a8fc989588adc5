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
import java.util.Iterator;
import java.util.List;

/**
 * Reads {@code areas.csv} into the rows that {@link AreaTree} builds on: ordered by level, then
 * code, each with its parent one level up, whatever their order in the file.
 */
final class AreasReader {
  static final List<String> HEADER = List.of("code", "parent", "level", "name", "stations");
  private static final String NATION = "0";
  private static final int LEVEL_MAX = 4;
  private static final Comparator<AreaRow> BY_CODE = Comparator.comparing(a -> a.row().code());

  private AreasReader() {}

  static List<AreaTree.Row> read(Reader in, String file) {
    List<AreaRow> areas = inOrder(parse(in, file));
    if (areas.isEmpty() || areas.get(0).row().level() != 0) {
      throw new Place(file, 0).refused("no nation: a row with code 0 and level 0 is expected");
    }
    int parent = 0;
    for (int i = 0; i < areas.size(); i++) {
      AreaTree.Row area = areas.get(i).row();
      Place place = new Place(file, areas.get(i).line());
      if (i > 0 && area.code().equals(areas.get(i - 1).row().code())) {
        throw place.refused(
            "code " + area.code() + " stands already on line " + areas.get(i - 1).line());
      }
      if (area.level() == 0) {
        checkNation(area, place);
        continue;
      }
      // Children come in the order of their parents: nearly always it is the last one's.
      while (parent < i && !isParent(areas.get(parent).row(), area)) {
        parent++;
      }
      if (parent == i) {
        throw place.refused(whyNoParent(area, areas));
      }
    }
    return areas.stream().map(AreaRow::row).toList();
  }

  /**
   * By level, then code. A file is most likely in the order of codes, and so is each level of it by
   * itself.
   */
  private static List<AreaRow> inOrder(List<AreaRow> areas) {
    List<List<AreaRow>> levels = new ArrayList<>();
    for (int level = 0; level <= LEVEL_MAX; level++) {
      levels.add(new ArrayList<>());
    }
    areas.forEach(area -> levels.get(area.row().level()).add(area));
    List<AreaRow> ordered = new ArrayList<>(areas.size());
    for (List<AreaRow> level : levels) {
      level.sort(BY_CODE);
      ordered.addAll(level);
    }
    return ordered;
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

  private static void checkNation(AreaTree.Row area, Place place) {
    if (!area.code().equals(NATION) || !area.parent().isEmpty()) {
      throw place.refused("the nation has code 0 and no parent");
    }
  }

  private static boolean isParent(AreaTree.Row parent, AreaTree.Row area) {
    return parent.level() == area.level() - 1
        && parent.code().equals(area.parent())
        && (area.level() == 1 || area.code().startsWith(area.parent()));
  }

  private static String whyNoParent(AreaTree.Row area, List<AreaRow> areas) {
    for (AreaRow other : areas) {
      AreaTree.Row parent = other.row();
      if (parent.code().equals(area.parent())) {
        return parent.level() == area.level() - 1
            ? area.code() + " does not begin with the code of its parent, " + area.parent()
            : "%s is of level %d, its parent %s of level %d"
                .formatted(area.code(), area.level(), area.parent(), parent.level());
      }
    }
    return "the parent \"" + area.parent() + "\" of " + area.code() + " is no area";
  }
}
