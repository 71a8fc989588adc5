package id.pantau.api.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An {@code ElectionReport} of NIST SP 1500-100 version 2; {@code docs/nist-profile.md}. */
public final class NistJson {
  private static final JsonFactory JSON = new JsonFactory();
  private final Report report;

  private NistJson(Report report) {
    this.report = report;
  }

  /** The document: the same bytes for the same results body. */
  public static byte[] of(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      new NistJson(report).write(new NistWriter(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(NistWriter out) throws IOException {
    JsonGenerator json = out.json();
    NistElection election = new NistElection(report, out);
    out.object(
        "ElectionReport",
        () -> {
          json.writeStringField(
              "Format", report.isVillage() ? "precinct-level" : "summary-contest");
          json.writeStringField("GeneratedDate", report.instant());
          json.writeStringField("Issuer", "Pantau Suara");
          json.writeStringField("IssuerAbbreviation", "PANTAU");
          json.writeStringField("VendorApplicationId", "pantau-suara");
          json.writeNumberField("SequenceStart", 1);
          json.writeNumberField("SequenceEnd", 1);
          // What is official is set by KPU, never here: it is certified under no circumstances.
          json.writeStringField(
              "Status", report.isFinished() ? "unofficial-complete" : "unofficial-partial");
          test(json);
          json.writeStringField("Notes", notes());
          out.array("ExternalIdentifier", () -> identifiers(out));
          out.array("Header", () -> headers(out));
          out.array("GpUnit", () -> new NistUnits(report, out).write());
          out.array(Ballot.isForParties(report.contest()) ? "Party" : "Person", election::people);
          out.array("Election", election::write);
        });
  }

  private void test(JsonGenerator json) throws IOException {
    json.writeBooleanField("IsTest", report.election().isTest());
    if (report.election().isTest()) {
      json.writeStringField("TestType", report.election().banners().getOrDefault("en", "test"));
    }
  }

  /** Which numbers these are: results at that position have that digest. */
  private void identifiers(NistWriter out) throws IOException {
    out.identifier(
        "pantau-position", report.position().epoch() + "." + report.position().revision());
    out.identifier("pantau-results-digest", report.digest());
  }

  /** The notice, then what offices say of the place. */
  private void headers(NistWriter out) throws IOException {
    out.object("Header", "notice", () -> out.text("Name", report.election().notices()));
    int k = 0;
    for (Map<String, String> statement : report.statements()) {
      out.object("Header", "statement-" + ++k, () -> out.text("Name", statement));
    }
  }

  /** All of it once more for a reader who takes headers for headings of a ballot. */
  private String notes() {
    List<String> notes = new ArrayList<>();
    for (String language : List.of("id", "en")) {
      notes.add(report.election().notices().getOrDefault(language, ""));
      report.statements().forEach(said -> notes.add(said.getOrDefault(language, "")));
      List<String> names =
          report.withheldRows().stream().map(row -> row.name() + " (" + row.code() + ")").toList();
      if (!names.isEmpty()) {
        String word = language.equals("id") ? "Ditahan: " : "Withheld: ";
        notes.add(word + String.join(", ", names) + ".");
      }
    }
    return String.join("\n", notes);
  }
}
