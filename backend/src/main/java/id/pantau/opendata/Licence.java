package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Election;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Under what the compilation may be used; the figures themselves are facts of the law's papers. */
final class Licence {
  static final String NAME = "CC-BY-4.0";
  static final String PATH = "https://creativecommons.org/licenses/by/4.0/";
  static final String TITLE = "Creative Commons Attribution 4.0 International";

  /** Who wrote down the figures; an election's sources say it with their addresses. */
  static final String ORIGIN =
      "The figures are of the forms C.HASIL of polling stations, as they were sent to this"
          + " platform; the forms are written by KPPS, the officers of KPU (Komisi Pemilihan Umum).";

  private Licence() {}

  /** What a file says of itself: notice, licence and origin. */
  static Map<String, String> words(Election election) {
    Map<String, String> words = new TreeMap<>();
    election.notices().forEach((language, notice) -> words.put("notice." + language, notice));
    words.put("license", PATH);
    words.put("origin", ORIGIN);
    words.put("sources", String.join("; ", election.sources()));
    return words;
  }

  static void array(JsonGenerator g) throws IOException {
    g.writeArrayFieldStart("licenses");
    g.writeStartObject();
    g.writeStringField("name", NAME);
    g.writeStringField("path", PATH);
    g.writeStringField("title", TITLE);
    g.writeEndObject();
    g.writeEndArray();
  }
}
