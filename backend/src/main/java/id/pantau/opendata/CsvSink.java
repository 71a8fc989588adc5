package id.pantau.opendata;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** RFC 4180 in UTF-8 with a header, lines end in a line feed; an empty cell holds nothing. */
final class CsvSink<T> implements Sink<T> {
  private final TextFile file;
  private final RowBytes line = new RowBytes();

  CsvSink(Table<T> table, Path folder) throws IOException {
    this.file = new TextFile(folder, table.name() + ".csv", table.isLong());
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      comma(i);
      text(columns.get(i).name());
    }
    end();
    part();
  }

  @Override
  public void row(T row, Cells cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      comma(i);
      switch (cells.kind(i)) {
        case TEXT -> text(cells.textAt(i));
        case NUMBER -> line.decimal(cells.numberAt(i));
        case FLAG -> line.utf8(cells.numberAt(i) == 1 ? "true" : "false");
        case NOTHING -> {}
      }
    }
    end();
  }

  private void comma(int column) {
    if (column > 0) {
      line.write(',');
    }
  }

  /** As it is; in quotes where a reader would take a part of it for something else. */
  private void text(String text) {
    if (isPlain(text)) {
      line.utf8(text);
    } else {
      line.write('"');
      line.utf8(text.replace("\"", "\"\""));
      line.write('"');
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }

  private void end() throws IOException {
    line.write('\n');
    line.writeTo(file);
    line.clear();
  }

  @Override
  public Part part() throws IOException {
    return file.part();
  }

  @Override
  public Part again(FileChannel from, Part part) throws IOException {
    return file.again(from, part);
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public FileNote finish() throws IOException {
    return file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
