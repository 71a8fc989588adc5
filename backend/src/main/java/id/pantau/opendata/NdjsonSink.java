package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;

/** One object a line; what a row does not have is absent. */
final class NdjsonSink<T> implements Sink<T> {
  private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator("");

  private final Table<T> table;
  private final SnapshotFile file;
  private final JsonGenerator g;

  NdjsonSink(Table<T> table, Path folder) throws IOException {
    this.table = table;
    this.file = new SnapshotFile(folder, table.name() + ".ndjson");
    this.g = JSON.createGenerator(file);
  }

  @Override
  public void row(T row) throws IOException {
    g.writeStartObject();
    table.fields(g, row);
    g.writeEndObject();
    g.writeRaw('\n');
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
