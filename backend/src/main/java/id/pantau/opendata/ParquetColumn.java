package id.pantau.opendata;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** One column of a row group while it fills: which cells are there, and the values of those. */
final class ParquetColumn {
  private static final int GROUP = 8;
  private static final int VARINT_BITS = 7;

  private final Column column;
  private final byte[] there;
  private final byte[] yes;
  private final RowBytes values = new RowBytes();
  private int cells;
  private int filled;

  /**
   * @param rowsMax of a row group
   */
  ParquetColumn(Column column, int rowsMax) {
    this.column = column;
    this.there = new byte[(rowsMax + GROUP - 1) / GROUP];
    this.yes = new byte[column.type() == Column.Type.BOOLEAN ? there.length : 0];
  }

  String name() {
    return column.name();
  }

  boolean isText() {
    return column.type() == Column.Type.TEXT || column.type() == Column.Type.TIME;
  }

  Type type() {
    return switch (column.type()) {
      case TEXT, TIME -> Type.BYTE_ARRAY;
      case INTEGER -> Type.INT64;
      case BOOLEAN -> Type.BOOLEAN;
    };
  }

  /** Takes the cell of a row. */
  void add(Cells row, int at) {
    switch (row.kind(at)) {
      case TEXT -> text(row.textAt(at));
      case NUMBER -> values.int64(row.numberAt(at));
      case FLAG -> set(yes, filled, row.numberAt(at) == 1);
      case NOTHING -> {
        cells++;
        return;
      }
    }
    set(there, cells++, true);
    filled++;
  }

  /** Its length, then itself in UTF-8. */
  private void text(String text) {
    int at = values.size();
    values.int32(0);
    values.utf8(text);
    values.int32(at, values.size() - at - Integer.BYTES);
  }

  private static void set(byte[] bits, int at, boolean to) {
    if (to) {
      bits[at / GROUP] |= (byte) (1 << at % GROUP);
    }
  }

  /**
   * Writes what has gathered as one page, and begins anew.
   *
   * @param page memory for the page, compressed; kept by the caller for the next
   * @param gzip into that
   */
  ColumnChunk write(SnapshotFile out, RowBytes page, GzipStream gzip) throws IOException {
    RowBytes levels = levels();
    RowBytes length = new RowBytes();
    length.int32(levels.size());
    length.writeTo(gzip);
    levels.writeTo(gzip);
    int bytes = length.size() + levels.size();
    if (column.type() == Column.Type.BOOLEAN) {
      gzip.write(yes, 0, (filled + GROUP - 1) / GROUP);
      bytes += (filled + GROUP - 1) / GROUP;
    } else {
      values.writeTo(gzip);
      bytes += values.size();
    }
    gzip.end();
    long from = out.position();
    PageHeader head =
        new PageHeader(PageType.DATA_PAGE, bytes, page.size())
            .setData_page_header(
                new DataPageHeader(cells, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(head, out);
    long headBytes = out.position() - from;
    page.writeTo(out);
    ColumnMetaData meta =
        new ColumnMetaData(
            type(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.name()),
            CompressionCodec.GZIP,
            cells,
            headBytes + bytes,
            headBytes + page.size(),
            from);
    page.clear();
    clear();
    return new ColumnChunk(0).setMeta_data(meta);
  }

  private void clear() {
    Arrays.fill(there, (byte) 0);
    Arrays.fill(yes, (byte) 0);
    values.clear();
    cells = 0;
    filled = 0;
  }

  /**
   * Which cells are there, in the RLE encoding: one run where all or none are, else one of bits.
   */
  private RowBytes levels() {
    RowBytes run = new RowBytes();
    if (filled == cells || filled == 0) {
      varint(run, cells << 1);
      run.write(filled == 0 ? 0 : 1);
    } else {
      int groups = (cells + GROUP - 1) / GROUP;
      varint(run, (groups << 1) | 1);
      run.write(there, 0, groups);
    }
    return run;
  }

  private static void varint(RowBytes out, int value) {
    int rest = value;
    while (rest >>> VARINT_BITS != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= VARINT_BITS;
    }
    out.write(rest);
  }
}
