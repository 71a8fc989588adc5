package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table in all formats, and parts that are taken over from the one before. */
final class SinksTest {
  private static final Map<String, String> SAID = Map.of("license", Licence.PATH);
  private static final List<String> FIRST =
      List.of("", "kata", "a,b", "\"x\"", "dua\nbaris", "Jalan – é 😀");
  private static final List<String> SECOND = List.of("lain", "lagi");

  @TempDir private Path folder = Path.of("");
  private final Map<String, LastSnapshot.Share> shares = new HashMap<>();
  private final Map<String, FileNote> written = new HashMap<>();

  /** A text and its length; the length of an empty one is absent. */
  private record Words(boolean isLong) implements Table<String> {
    @Override
    public String name() {
      return "words";
    }

    @Override
    public String title() {
      return "Words";
    }

    @Override
    public List<Column> columns() {
      return List.of(
          Column.text("word", "a"), Column.integer("length", "b"), Column.yesNo("even", "c"));
    }

    @Override
    public void cells(String row, Cells cells) {
      cells.text(row).number(length(row)).flag(row.length() % 2 == 0);
    }

    private static @Nullable Integer length(String row) {
      return row.isEmpty() ? null : row.length();
    }

    @Override
    public void fields(JsonGenerator g, String row) throws IOException {
      g.writeStringField("word", row);
    }
  }

  private Path in(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static LastSnapshot.Share share(Map<String, Part> parts) {
    return new LastSnapshot.Share(
        "s",
        new id.pantau.model.Position(1, 1),
        new id.pantau.model.Totals(
            new long[0],
            new long[0],
            new id.pantau.model.Totals.Figure(0, 0),
            new id.pantau.model.Totals.Figure(0, 0),
            new id.pantau.model.Totals.Figure(0, 0),
            new id.pantau.model.Totals.Figure(0, 0),
            new id.pantau.model.Totals.Turnout(0, 0, 0),
            0,
            0,
            0),
        parts);
  }

  private void write(Path into, boolean isLong, List<List<String>> provinces)
      throws IOException, InterruptedException {
    try (Sinks<String> sinks = new Sinks<>(new Words(isLong), into, SAID, new Pace(100))) {
      for (int area = 0; area < provinces.size(); area++) {
        for (String row : provinces.get(area)) {
          sinks.row(row);
        }
        Map<String, Part> parts = new HashMap<>();
        sinks.part(parts);
        shares.put(LastSnapshot.key(0, area), share(parts));
      }
      finish(sinks);
    }
  }

  private void finish(Sinks<String> sinks) throws IOException, InterruptedException {
    Inventory inventory = new Inventory();
    sinks.finish(inventory);
    inventory.files().forEach(file -> written.put(file.name(), file));
  }

  @BeforeEach
  void first() throws IOException, InterruptedException {
    write(in("long"), true, List.of(FIRST, List.of(), SECOND));
  }

  @Test
  void csv_textsThatAReaderWouldTakeForSomethingElse_areInQuotes() {
    assertEquals(
        "word,length,even\n,,true\nkata,4,true\n\"a,b\",3,false\n\"\"\"x\"\"\",3,false\n"
            + "\"dua\nbaris\",9,false\nJalan – é 😀,12,true\nlain,4,true\nlagi,4,true\n",
        OpenDataNode.read(folder.resolve("long/words.csv.gz")));
  }

  @Test
  void shortTable_isPlain_andLongOnesInsideAreTheSame() throws Exception {
    write(in("short"), false, List.of(FIRST, List.of(), SECOND));
    for (String name : List.of("words.csv", "words.ndjson")) {
      assertEquals(
          OpenDataNode.read(folder.resolve("long").resolve(name + ".gz")),
          Files.readString(folder.resolve("short").resolve(name)));
    }
  }

  @Test
  void again_partsBehindOtherOnes_giveTheBytesThatWritingThemGives() throws Exception {
    List<String> other = new ArrayList<>(FIRST);
    other.add("one more");
    write(in("other"), true, List.of(other, List.of(), SECOND));
    Map<String, LastSnapshot.Share> last = new HashMap<>(shares);
    write(in("anew"), true, List.of(FIRST, List.of(), SECOND));
    try (LastSnapshot from = new LastSnapshot(folder.resolve("other"), last);
        Sinks<String> sinks = new Sinks<>(new Words(true), in("again"), SAID, new Pace(100))) {
      for (String row : FIRST) {
        sinks.row(row);
      }
      sinks.part(new HashMap<>());
      for (int area = 1; area < 3; area++) {
        LastSnapshot.Share share = from.same(0, area, "s");
        sinks.again(from, share == null ? Map.of() : share.parts(), new HashMap<>());
      }
      finish(sinks);
    }
    for (String name : List.of("words.csv.gz", "words.ndjson.gz", "words.parquet")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("anew").resolve(name)),
          Files.readAllBytes(folder.resolve("again").resolve(name)),
          name);
    }
  }

  @Test
  void again_ofAFileThatTheDiskHasChanged_isRefused() throws Exception {
    Path file = folder.resolve("long/words.csv.gz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
    try (LastSnapshot from = new LastSnapshot(folder.resolve("long"), shares);
        Sinks<String> sinks = new Sinks<>(new Words(true), in("again"), SAID, new Pace(100))) {
      LastSnapshot.Share share = from.same(0, 2, "s");
      Map<String, Part> parts = share == null ? Map.of() : share.parts();
      assertThrows(IOException.class, () -> sinks.again(from, parts, new HashMap<>()));
    }
  }

  @Test
  void parquet_everyPageIsWhereTheFooterSays() throws Exception {
    byte[] file = Files.readAllBytes(folder.resolve("long/words.parquet"));
    int length = ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
    assertEquals(FIRST.size() + SECOND.size(), footer.getNum_rows());
    assertEquals(2, footer.getRow_groups().size());
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData meta = chunk.getMeta_data();
        int at = (int) meta.getData_page_offset();
        ByteArrayInputStream in = new ByteArrayInputStream(file, at, file.length - at);
        PageHeader head = Util.readPageHeader(in);
        assertEquals(group.getNum_rows(), head.getData_page_header().getNum_values());
        byte[] page = in.readNBytes(head.getCompressed_page_size());
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(page))) {
          assertEquals(head.getUncompressed_page_size(), plain.readAllBytes().length);
        }
      }
    }
  }

  @Test
  void finish_namesLengthAndHashOfWhatIsOnTheDisk() throws IOException {
    assertEquals(3, written.size());
    for (FileNote note : written.values()) {
      assertEquals(Files.size(folder.resolve("long").resolve(note.name())), note.bytes());
      assertTrue(note.sha256().matches("[0-9a-f]{64}"));
    }
  }
}
