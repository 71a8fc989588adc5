package id.pantau.api.sirekap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.platform.SirekapFlags;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a station. Its figures are those of the form that stands, as they were sent, held
 * ones too: the file is a transcription, and whether it counts is said beside it and not in it.
 *
 * @param form the current form of a station body (wire-protocol §3); null where there is none, or
 *     where the station is withheld
 * @param before the {@code ts} where there is no form
 * @param photos address under which our own store serves a photo by its hash; null = nowhere
 */
record StationFile(
    Asked asked,
    @Nullable Contest contest,
    @Nullable JsonNode form,
    String before,
    @Nullable String photos) {
  /** Pages of a form that KPU's files have room for. */
  private static final int PAGES = 3;

  private static final int PAGES_PERSONS = 5;
  private static final int PAGES_MAX = 64;

  /** From this publication on KPU's station files name their tree; the earlier ones do not. */
  private static final OffsetDateTime MODE_SINCE =
      OffsetDateTime.parse("2024-02-16T15:00:00+07:00");

  /** KPU's name of each figure, in KPU's order, and where a form of ours has it. */
  private static final List<List<String>> ADMINISTRATIVE =
      List.of(
          List.of("suara_sah", "/valid"),
          List.of("suara_total", "/total"),
          List.of("pemilih_dpt_j", "/registered/all"),
          List.of("pemilih_dpt_l", "/registered/male"),
          List.of("pemilih_dpt_p", "/registered/female"),
          List.of("pengguna_dpt_j", "/users/dpt/all"),
          List.of("pengguna_dpt_l", "/users/dpt/male"),
          List.of("pengguna_dpt_p", "/users/dpt/female"),
          List.of("pengguna_dptb_j", "/users/dptb/all"),
          List.of("pengguna_dptb_l", "/users/dptb/male"),
          List.of("pengguna_dptb_p", "/users/dptb/female"),
          List.of("suara_tidak_sah", "/invalid"),
          List.of("pengguna_total_j", "/users/all/all"),
          List.of("pengguna_total_l", "/users/all/male"),
          List.of("pengguna_total_p", "/users/all/female"),
          List.of("pengguna_non_dpt_j", "/users/dpk/all"),
          List.of("pengguna_non_dpt_l", "/users/dpk/male"),
          List.of("pengguna_non_dpt_p", "/users/dpk/female"));

  void write(JsonGenerator g) throws IOException {
    boolean votes = form != null && form.has("votes");
    boolean administrative =
        form != null && ADMINISTRATIVE.stream().anyMatch(f -> form.at(f.get(1)).isNumber());
    String note = form == null ? null : form.at("/reason/note").textValue();
    SirekapFlags said = SirekapFlags.of(note);
    boolean statusVotes = said.votes() == null ? votes : said.votes();
    g.writeStartObject();
    if (hasMode()) {
      g.writeStringField("mode", asked.mode());
    }
    if (asked.isRegional()) {
      g.writeObjectFieldStart("tungsura");
    }
    chart(g, votes, statusVotes);
    if (asked.isRegional()) {
      g.writeEndObject();
    }
    if (Addresses.BY_DISTRICT.contains(asked.family())) {
      g.writeNullField("caleg");
      g.writeNullField("kode_dapil");
    }
    images(g);
    administrative(g, administrative);
    g.writeNullField("psu");
    g.writeStringField("ts", ts());
    g.writeBooleanField("status_suara", statusVotes);
    g.writeBooleanField(
        "status_adm", said.administrative() == null ? administrative : said.administrative());
    g.writeEndObject();
  }

  private boolean hasMode() {
    JsonNode recorded = form == null ? null : form.get("recordedAt");
    return recorded == null || !OffsetDateTime.parse(recorded.asText()).isBefore(MODE_SINCE);
  }

  private String ts() {
    if (form == null) {
      return before;
    }
    return Wib.of(form.path(form.has("recordedAt") ? "recordedAt" : "receivedAt").asText());
  }

  /** The key "null" stands in every chart of a station; clients expect it. */
  private void chart(JsonGenerator g, boolean votes, boolean statusVotes) throws IOException {
    if (!votes && !statusVotes) {
      g.writeNullField("chart");
      return;
    }
    g.writeObjectFieldStart("chart");
    g.writeNullField("null");
    if (form != null && contest != null && votes) {
      for (Choice choice : contest.choices()) {
        g.writeNumberField(choice.id(), form.path("votes").path(choice.id()).asLong());
      }
    }
    g.writeEndObject();
  }

  private void images(JsonGenerator g) throws IOException {
    int pages =
        asked.family().equals("pdpd")
            ? PAGES_PERSONS
            : Addresses.BY_DISTRICT.contains(asked.family()) ? 0 : PAGES;
    List<@Nullable String> urls = new ArrayList<>(Collections.nCopies(pages, null));
    if (form != null) {
      for (JsonNode image : form.path("images")) {
        int page = image.path("page").asInt();
        while (urls.size() < Math.min(page, PAGES_MAX)) {
          urls.add(null);
        }
        if (page >= 1 && page <= urls.size()) {
          urls.set(page - 1, url(image));
        }
      }
    }
    g.writeArrayFieldStart("images");
    for (String url : urls) {
      g.writeString(url);
    }
    g.writeEndArray();
  }

  /** The address as it was sent; where none was, that of our own store. */
  private @Nullable String url(JsonNode image) {
    String sent = image.path("url").textValue();
    boolean ours = sent == null && photos != null && image.path("stored").asBoolean();
    return ours ? photos + image.path("sha256").asText() : sent;
  }

  /** All eighteen figures or none; what a form does not say of them is null. */
  private void administrative(JsonGenerator g, boolean any) throws IOException {
    if (form == null || !any) {
      g.writeNullField("administrasi");
      return;
    }
    g.writeObjectFieldStart("administrasi");
    for (List<String> figure : ADMINISTRATIVE) {
      JsonNode value = form.at(figure.get(1));
      if (value.isNumber()) {
        g.writeNumberField(figure.get(0), value.asLong());
      } else {
        g.writeNullField(figure.get(0));
      }
    }
    g.writeEndObject();
  }
}
