package id.pantau.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** One column of a row group while it fills: which cells are there, and the values of those. */
final class ParquetColumn {
  private static final int GROUP = 8;
  private static final int VARINT_BITS = 7;
  private static final int BYTE_MASK = 0xff;

  private final Column column;
  private final BitSet there = new BitSet();
  private final BitSet yes = new BitSet();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private int cells;
  private int flags;

  ParquetColumn(Column column) {
    this.column = column;
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

  void add(@Nullable Object cell) {
    if (cell instanceof Boolean flag) {
      yes.set(flags++, flag);
    } else if (cell instanceof Number number) {
      little(values, number.longValue(), Long.BYTES);
    } else if (cell != null) {
      byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
      little(values, text.length, Integer.BYTES);
      values.writeBytes(text);
    }
    there.set(cells++, cell != null);
  }

  /** Writes what has gathered as one page, and begins anew. */
  ColumnChunk write(SnapshotFile out) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    byte[] levels = levels();
    little(page, levels.length, Integer.BYTES);
    page.writeBytes(levels);
    page.writeBytes(column.type() == Column.Type.BOOLEAN ? bits(yes, flags) : values.toByteArray());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      page.writeTo(gzip);
    }
    long from = out.position();
    PageHeader head =
        new PageHeader(PageType.DATA_PAGE, page.size(), packed.size())
            .setData_page_header(
                new DataPageHeader(cells, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(head, out);
    long headBytes = out.position() - from;
    out.write(packed.toByteArray());
    ColumnMetaData meta =
        new ColumnMetaData(
            type(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.name()),
            CompressionCodec.GZIP,
            cells,
            headBytes + page.size(),
            headBytes + packed.size(),
            from);
    clear();
    return new ColumnChunk(0).setMeta_data(meta);
  }

  private void clear() {
    there.clear();
    yes.clear();
    values.reset();
    cells = 0;
    flags = 0;
  }

  /** Which cells are there, as one bit-packed run of the RLE encoding. */
  private byte[] levels() {
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    int groups = (cells + GROUP - 1) / GROUP;
    int header = (groups << 1) | 1;
    while (header >>> VARINT_BITS != 0) {
      run.write((header & 0x7f) | 0x80);
      header >>>= VARINT_BITS;
    }
    run.write(header);
    run.writeBytes(bits(there, cells));
    return run.toByteArray();
  }

  private static byte[] bits(BitSet set, int count) {
    byte[] bytes = new byte[(count + GROUP - 1) / GROUP];
    byte[] used = set.toByteArray();
    System.arraycopy(used, 0, bytes, 0, used.length);
    return bytes;
  }

  private static void little(ByteArrayOutputStream out, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (i * Byte.SIZE)) & BYTE_MASK);
    }
  }
}
