package id.pantau.api.sirekap;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The figures of an area in a general election: {@code ts, psu, mode, chart, table, progres}. */
final class GeneralJson {
  private static final String REGULAR = "Reguler";
  private static final int ALL = 100;

  private GeneralJson() {}

  static void write(JsonGenerator g, Figures figures, String mode) throws IOException {
    Figures.Row own = figures.own();
    g.writeStartObject();
    g.writeStringField("ts", figures.ts());
    g.writeStringField("psu", REGULAR);
    g.writeStringField("mode", mode);
    g.writeObjectFieldStart("chart");
    votes(g, own);
    g.writeNumberField("persen", own.percent());
    g.writeEndObject();
    g.writeObjectFieldStart("table");
    for (Figures.Row row : figures.rows()) {
      g.writeObjectFieldStart(row.code());
      g.writeStringField("psu", REGULAR);
      if (row.isCounted()) {
        votes(g, row);
      }
      if (figures.stationRows() && row.isCounted()) {
        // A station is there or not: KPU writes the whole number.
        g.writeNumberField("persen", ALL);
      } else if (figures.stationRows()) {
        g.writeNumberField("persen", 0);
      } else {
        g.writeNumberField("persen", row.percent());
      }
      g.writeBooleanField("status_progress", row.isCounted());
      g.writeEndObject();
    }
    g.writeEndObject();
    g.writeObjectFieldStart("progres");
    g.writeNumberField("total", own.expected());
    g.writeNumberField("progres", own.counted());
    g.writeEndObject();
    g.writeEndObject();
  }

  static void votes(JsonGenerator g, Figures.Row row) throws IOException {
    for (int i = 0; i < row.votes().size(); i++) {
      g.writeNumberField(row.choices().get(i), row.votes().get(i));
    }
  }
}
