package id.pantau.opendata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Util;

/**
 * Apache Parquet in its plainest form: every column optional, values encoded PLAIN, one page a
 * column and row group, compressed with GZIP, which every reader knows. A row group is of one
 * province, and is kept in memory until it is full, so what a table takes has a limit.
 */
final class ParquetSink<T> implements Sink<T> {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_MAX = 10_000;
  private static final int VERSION = 1;

  private final Table<T> table;
  private final Map<String, String> said;
  private final Pace pace;
  private final SnapshotFile file;
  private final RowBytes page = new RowBytes();
  private final GzipStream gzip = new GzipStream(page);
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private int firstGroup;
  private int rows;

  /**
   * @param said what the file says of itself: notice, licence, origin
   * @param pace rests between the columns of a row group too
   */
  ParquetSink(Table<T> table, Path folder, Map<String, String> said, Pace pace) throws IOException {
    this.table = table;
    this.said = said;
    this.pace = pace;
    this.file = new SnapshotFile(folder, table.name() + ".parquet");
    for (Column column : table.columns()) {
      columns.add(new ParquetColumn(column, ROWS_MAX));
    }
    file.write(MAGIC);
    file.part(Part.PLAIN, List.of());
  }

  @Override
  public void row(T row, Cells cells) throws IOException, InterruptedException {
    for (int i = 0; i < cells.size(); i++) {
      columns.get(i).add(cells, i);
    }
    if (++rows == ROWS_MAX) {
      group();
    }
  }

  private void group() throws IOException, InterruptedException {
    if (rows == 0) {
      return;
    }
    List<ColumnChunk> chunks = new ArrayList<>();
    long bytes = 0;
    for (ParquetColumn column : columns) {
      pace.rest();
      ColumnChunk chunk = column.write(file, page, gzip);
      bytes += chunk.getMeta_data().getTotal_uncompressed_size();
      chunks.add(chunk);
    }
    groups.add(new RowGroup(chunks, bytes, rows));
    rows = 0;
  }

  @Override
  public Part part() throws IOException, InterruptedException {
    group();
    return ended();
  }

  private Part ended() throws IOException {
    List<RowGroup> own = List.copyOf(groups.subList(firstGroup, groups.size()));
    firstGroup = groups.size();
    return file.part(Part.PLAIN, own);
  }

  @Override
  public Part again(FileChannel from, Part part) throws IOException {
    long moved = file.position() - part.offset();
    file.again(from, part);
    for (RowGroup each : part.groups()) {
      RowGroup group = new RowGroup(each);
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData meta = chunk.getMeta_data();
        meta.setData_page_offset(meta.getData_page_offset() + moved);
      }
      groups.add(group);
    }
    return ended();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public FileNote finish() throws IOException, InterruptedException {
    group();
    long from = file.position();
    Util.writeFileMetaData(footer(), file);
    int length = (int) (file.position() - from);
    file.write(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    file.write(MAGIC);
    return file.finish();
  }

  private FileMetaData footer() {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement(table.name()).setNum_children(columns.size()));
    for (ParquetColumn column : columns) {
      SchemaElement element =
          new SchemaElement(column.name())
              .setType(column.type())
              .setRepetition_type(FieldRepetitionType.OPTIONAL);
      if (column.isText()) {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      }
      schema.add(element);
    }
    List<KeyValue> words = new ArrayList<>();
    said.forEach((key, value) -> words.add(new KeyValue(key).setValue(value)));
    long all = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
    return new FileMetaData(VERSION, schema, all, groups)
        .setKey_value_metadata(words)
        .setCreated_by("pantau-suara");
  }

  @Override
  public void close() throws IOException {
    gzip.close();
    file.close();
  }
}
