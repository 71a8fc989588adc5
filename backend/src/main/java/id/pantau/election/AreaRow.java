package id.pantau.election;

import de.siegmar.fastcsv.reader.CsvRecord;
import id.pantau.model.AreaTree;
import id.pantau.model.AreaTree.StationRange;
import java.util.List;

/**
 * A row of {@code areas.csv} that is right by itself, and its line.
 *
 * @param row its name without blanks around it: the source has some
 */
record AreaRow(AreaTree.Row row, long line) {
  private static final int[] CODE_LENGTHS = {1, 2, 4, 6, 10};

  static AreaRow read(CsvRecord cells, String file) {
    Place place = new Place(file, cells.getStartingLineNumber());
    if (cells.getFieldCount() != AreasReader.HEADER.size()) {
      throw place.refused(
          cells.getFieldCount() + " cells, " + AreasReader.HEADER.size() + " are expected");
    }
    String code = cells.getField(0);
    int level = level(cells.getField(2), place);
    if (code.length() != CODE_LENGTHS[level] || !isCode(code)) {
      throw place.refused(
          "code \"%s\" is not %d digits or capital letters, as level %d has"
              .formatted(code, CODE_LENGTHS[level], level));
    }
    String name = Wording.of(cells.getField(3), "the name", place);
    List<StationRange> ranges = StationRanges.read(cells.getField(4), place);
    if (level != 4 && !ranges.isEmpty()) {
      throw place.refused("stations stand at level 4 only, " + code + " is of level " + level);
    }
    return new AreaRow(
        new AreaTree.Row(code, cells.getField(1), level, name, ranges), place.line());
  }

  private static boolean isCode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  private static int level(String text, Place place) {
    if (text.length() != 1 || text.charAt(0) < '0' || text.charAt(0) > '4') {
      throw place.refused("level \"" + text + "\" is not 0…4");
    }
    return text.charAt(0) - '0';
  }
}
