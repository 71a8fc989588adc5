package id.pantau.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.AreaTree;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The {@code GpUnit}s of a report: the place, what lies below it, the nation, the district. */
final class NistUnits {
  private static final List<String> LEVELS =
      List.of("country", "provinsi", "kabupaten-kota", "kecamatan", "kelurahan-desa");

  private final Report report;
  private final AreaTree tree;
  private final NistWriter out;
  private final JsonGenerator json;

  NistUnits(Report report, NistWriter out) {
    this.report = report;
    this.tree = report.election().areas();
    this.out = out;
    this.json = out.json();
  }

  /** The id of a place in the document. */
  static String id(String code) {
    return "gp-" + code;
  }

  /** The id of the unit that a contest is of: a place, or several that vote together. */
  static String district(Report report) {
    List<String> scope = report.contest().scope();
    return scope.size() == 1 ? id(scope.get(0)) : "district-" + report.contest().id();
  }

  void write() throws IOException {
    ReportRow own = report.own();
    unit(own, report.area().level(), report.rows());
    for (ReportRow row : report.rows()) {
      unit(row, report.area().level() + 1, List.of());
    }
    List<String> scope = report.contest().scope();
    List<String> others =
        Stream.concat(Stream.of("0"), scope.stream()).distinct().filter(c -> !isKnown(c)).toList();
    for (String code : others) {
      int area = tree.find(code);
      bare(code, tree.area(area).name(), tree.area(area).level());
    }
    if (scope.size() > 1) {
      out.object(
          "ReportingUnit",
          district(report),
          () -> {
            type("daerah-pemilihan");
            ids("ComposingGpUnitIds", scope);
          });
    }
  }

  private boolean isKnown(String code) {
    return report.own().code().equals(code)
        || report.rows().stream().anyMatch(row -> row.code().equals(code));
  }

  /** A unit that is named only because others refer to it. */
  private void bare(String code, String name, int level) throws IOException {
    out.object("ReportingUnit", id(code), () -> identity(code, name, level));
  }

  private void unit(ReportRow row, int level, List<ReportRow> below) throws IOException {
    out.object(
        "ReportingUnit",
        id(row.code()),
        () -> {
          identity(row.code(), row.name(), level);
          if (!below.isEmpty()) {
            ids("ComposingGpUnitIds", below.stream().map(ReportRow::code).toList());
          }
          state(row, level == LEVELS.size());
        });
  }

  private void identity(String code, String name, int level) throws IOException {
    if (level == 0) {
      json.writeStringField("Type", "country");
    } else if (level < LEVELS.size()) {
      type(LEVELS.get(level));
    } else if (name.startsWith("TPS")) {
      json.writeStringField("Type", "polling-place");
    } else {
      // POS and KSK: post and mobile boxes abroad. Neither is a place that people come to.
      type(name.startsWith("POS") ? "pos" : name.startsWith("KSK") ? "ksk" : "tps-luar-negeri");
    }
    out.name("Name", name);
    if (level > 0) {
      out.array(
          "ExternalIdentifier",
          () -> out.national(level < LEVELS.size() ? "kemendagri" : "kpu-tps", code));
    }
  }

  private void type(String word) throws IOException {
    json.writeStringField("Type", "other");
    json.writeStringField("OtherType", word);
  }

  private void ids(String field, List<String> codes) throws IOException {
    out.array(
        field,
        () -> {
          for (String code : codes) {
            json.writeString(id(code));
          }
        });
  }

  /** How far the count is here. Of a withheld place not even that is said. */
  private void state(ReportRow row, boolean station) throws IOException {
    if (!row.withheld() && row.expected() == 0) {
      // The contest takes no form here, so there is no count to speak of.
      json.writeNumberField("TotalSubUnits", 0);
      return;
    }
    out.array(
        "CountStatus",
        () ->
            out.object(
                "CountStatus",
                () -> {
                  json.writeStringField("Type", "total");
                  json.writeStringField("Status", status(row));
                }));
    if (row.withheld() || station) {
      return;
    }
    json.writeNumberField("SubUnitsReported", row.counted());
    json.writeNumberField("TotalSubUnits", row.expected());
  }

  private static String status(ReportRow row) {
    if (row.withheld()) {
      return "unknown";
    }
    if (row.isFinished()) {
      return "completed";
    }
    return row.counted() == 0 && row.held() == 0 ? "not-processed" : "in-process";
  }
}
