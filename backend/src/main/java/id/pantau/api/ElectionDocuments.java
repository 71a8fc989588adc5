package id.pantau.api;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;

/** The election and its contests as JSON (wire-protocol §4). */
final class ElectionDocuments {
  private ElectionDocuments() {}

  static Document elections(Election election) {
    return Document.of(
        g -> {
          g.writeStartObject();
          g.writeArrayFieldStart("elections");
          write(g, election);
          g.writeEndArray();
          g.writeEndObject();
        });
  }

  private static void write(JsonGenerator g, Election election) throws IOException {
    g.writeStartObject();
    g.writeStringField("id", election.id());
    Document.texts(g, "names", election.names());
    g.writeBooleanField("isTest", election.isTest());
    Document.texts(g, "notice", election.notices());
    Document.texts(g, "banner", election.banners());
    g.writeNumberField("cadenceSeconds", election.cadenceSeconds());
    g.writeStringField("hash", election.hash());
    g.writeArrayFieldStart("sources");
    for (String source : election.sources()) {
      g.writeString(source);
    }
    g.writeEndArray();
    g.writeArrayFieldStart("contests");
    for (Contest contest : election.contests()) {
      g.writeString(contest.id());
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  static Document contests(Election election) {
    return Document.of(
        g -> {
          g.writeStartObject();
          g.writeArrayFieldStart("contests");
          for (Contest contest : election.contests()) {
            write(g, contest);
          }
          g.writeEndArray();
          g.writeEndObject();
        });
  }

  private static void write(JsonGenerator g, Contest contest) throws IOException {
    g.writeStartObject();
    g.writeStringField("id", contest.id());
    Document.texts(g, "names", contest.names());
    g.writeArrayFieldStart("scope");
    for (String area : contest.scope()) {
      g.writeString(area);
    }
    g.writeEndArray();
    g.writeArrayFieldStart("choices");
    for (Choice choice : contest.choices()) {
      g.writeStartObject();
      g.writeStringField("id", choice.id());
      g.writeNumberField("number", choice.number());
      g.writeStringField("name", choice.name());
      g.writeStringField("shortName", choice.shortName());
      g.writeStringField("color", choice.color());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeEndObject();
  }
}
