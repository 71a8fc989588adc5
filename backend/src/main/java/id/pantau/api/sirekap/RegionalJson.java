package id.pantau.api.sirekap;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The figures of an area in a regional election: {@code mode, tungsura{chart, table}, psu, progres,
 * ts}. In the nation's file the chart has no choices, and {@code persen} of a row is 0 whatever its
 * progress: so KPU wrote it.
 */
final class RegionalJson {
  private static final String REGULAR = "Reguler";

  private RegionalJson() {}

  static void write(JsonGenerator g, Figures figures, String mode) throws IOException {
    Figures.Row own = figures.own();
    boolean nation = own.code().equals("0");
    g.writeStartObject();
    g.writeStringField("mode", mode);
    g.writeObjectFieldStart("tungsura");
    g.writeObjectFieldStart("chart");
    if (!nation) {
      GeneralJson.votes(g, own);
    }
    progress(g, own, own.percent());
    g.writeEndObject();
    g.writeObjectFieldStart("table");
    for (Figures.Row row : figures.rows()) {
      g.writeObjectFieldStart(row.code());
      g.writeStringField("psu", REGULAR);
      if (row.isCounted()) {
        GeneralJson.votes(g, row);
      }
      progress(g, row, nation ? 0 : row.percent());
      g.writeBooleanField("status_progress", row.counted() > 0);
      g.writeEndObject();
    }
    g.writeEndObject();
    g.writeEndObject();
    g.writeStringField("psu", REGULAR);
    g.writeObjectFieldStart("progres");
    g.writeNumberField("total", own.expected());
    g.writeNumberField("progres", own.counted());
    g.writeEndObject();
    g.writeStringField("ts", figures.ts());
    g.writeEndObject();
  }

  private static void progress(JsonGenerator g, Figures.Row row, double percent)
      throws IOException {
    g.writeObjectFieldStart("progres");
    g.writeNumberField("total", row.expected());
    if (percent == 0) {
      g.writeNumberField("persen", 0);
    } else {
      g.writeNumberField("persen", percent);
    }
    g.writeNumberField("progres", row.counted());
    g.writeEndObject();
  }
}
