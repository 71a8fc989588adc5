package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** One object a line; what a row does not have is absent. */
final class NdjsonSink<T> implements Sink<T> {
  private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator("");

  private final Table<T> table;
  private final TextFile file;
  private final JsonGenerator g;

  NdjsonSink(Table<T> table, Path folder) throws IOException {
    this.table = table;
    this.file = new TextFile(folder, table.name() + ".ndjson", table.isLong());
    this.g = JSON.createGenerator(file);
    part();
  }

  @Override
  public void row(T row, Cells cells) throws IOException {
    g.writeStartObject();
    table.fields(g, row);
    g.writeEndObject();
    g.writeRaw('\n');
  }

  @Override
  public Part part() throws IOException {
    g.flush();
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
    g.flush();
    return file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
