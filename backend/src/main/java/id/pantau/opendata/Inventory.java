package id.pantau.opendata;

import id.pantau.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a snapshot holds, as it fills. */
final class Inventory {
  private final List<Item> items = new ArrayList<>();
  private final Map<String, Map<String, Position>> positions = new LinkedHashMap<>();

  /** A file of a table. */
  record Item(FileNote file, Table<?> table) {}

  void add(FileNote file, Table<?> table) {
    items.add(new Item(file, table));
  }

  /** Of which position a province's rows of a contest are. */
  void add(String contest, String province, Position position) {
    positions.computeIfAbsent(contest, c -> new LinkedHashMap<>()).put(province, position);
  }

  List<Item> items() {
    return items;
  }

  List<FileNote> files() {
    return items.stream().map(Item::file).toList();
  }

  /** Contest → province → position. */
  Map<String, Map<String, Position>> positions() {
    return positions;
  }
}
