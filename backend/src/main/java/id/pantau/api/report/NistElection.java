package id.pantau.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Choice;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The {@code Election} of a report: candidates, the contest, its selections and their votes. */
final class NistElection {
  private final Report report;
  private final NistWriter out;
  private final JsonGenerator json;
  private final boolean parties;

  NistElection(Report report, NistWriter out) {
    this.report = report;
    this.out = out;
    this.json = out.json();
    this.parties = Ballot.isForParties(report.contest());
  }

  void write() throws IOException {
    out.object(
        "Election",
        () -> {
          out.text("Name", report.election().names());
          type();
          json.writeStringField("StartDate", report.election().votingDay().toString());
          json.writeStringField("EndDate", report.election().votingDay().toString());
          json.writeStringField("ElectionScopeId", NistUnits.id("0"));
          out.array(
              "ExternalIdentifier",
              () -> out.identifier("pantau-election", report.election().id()));
          if (!parties) {
            out.array("Candidate", this::candidates);
          }
          out.array("BallotCounts", this::ballots);
          out.array("Contest", this::contest);
        });
  }

  private void type() throws IOException {
    boolean regional = report.election().contests().stream().allMatch(Ballot::isRegional);
    json.writeStringField("Type", regional ? "other" : "general");
    if (regional) {
      json.writeStringField("OtherType", "pilkada");
    }
  }

  /** The persons, or the parties: elements of the report, outside its election. */
  void people() throws IOException {
    for (Choice choice : report.contest().choices()) {
      if (parties) {
        party(choice);
        continue;
      }
      int k = 0;
      for (String name : Ballot.persons(choice)) {
        out.object("Person", "person-" + choice.id() + "-" + ++k, () -> out.name("FullName", name));
      }
    }
  }

  private void party(Choice choice) throws IOException {
    out.object(
        "Party",
        "party-" + choice.id(),
        () -> {
          out.name("Name", choice.name());
          out.name("Abbreviation", choice.shortName());
          out.array("ExternalIdentifier", () -> out.national("kpu-choice", choice.id()));
        });
  }

  private void candidates() throws IOException {
    for (Choice choice : report.contest().choices()) {
      List<String> persons = Ballot.persons(choice);
      for (int k = 1; k <= persons.size(); k++) {
        String which = choice.id() + "-" + k;
        String name = persons.get(k - 1);
        boolean top = k == 1;
        out.object(
            "Candidate",
            "candidate-" + which,
            () -> {
              out.name("BallotName", name);
              json.writeStringField("PersonId", "person-" + which);
              if (persons.size() > 1) {
                json.writeBooleanField("IsTopTicket", top);
              }
              out.array("ExternalIdentifier", () -> out.national("kpu-choice", choice.id()));
            });
      }
    }
  }

  /** Only where the figure is of all stations that are counted: a part would read as the whole. */
  private void ballots() throws IOException {
    for (ReportRow row : places()) {
      if (row.hasWhole("valid") && row.hasWhole("invalid")) {
        out.object(
            "BallotCounts",
            () -> {
              json.writeStringField("GpUnitId", NistUnits.id(row.code()));
              json.writeStringField("Type", "total");
              json.writeNumberField("BallotsCast", row.whole("valid") + row.whole("invalid"));
              json.writeNumberField("BallotsRejected", row.whole("invalid"));
            });
      }
    }
  }

  private List<ReportRow> places() {
    return Stream.concat(Stream.of(report.own()), report.rows().stream())
        .filter(ReportRow::isCounted)
        .toList();
  }

  private void contest() throws IOException {
    String id = report.contest().id();
    out.object(
        parties ? "PartyContest" : "CandidateContest",
        "contest-" + id,
        () -> {
          json.writeStringField("Name", report.contest().names().getOrDefault("id", id));
          out.text("BallotTitle", report.contest().names());
          json.writeStringField("ElectionDistrictId", NistUnits.district(report));
          if (parties) {
            json.writeStringField("VoteVariation", "proportional");
          } else {
            json.writeNumberField("VotesAllowed", 1);
            json.writeNumberField("NumberElected", 1);
          }
          out.array("ExternalIdentifier", () -> out.national("kpu-contest", id));
          out.array("ContestSelection", this::selections);
        });
  }

  private void selections() throws IOException {
    int place = 0;
    for (Choice choice : report.contest().choices()) {
      int at = place++;
      out.object(
          parties ? "PartySelection" : "CandidateSelection",
          "selection-" + choice.id(),
          () -> {
            json.writeNumberField("SequenceOrder", choice.number());
            chosen(choice);
            out.array("VoteCounts", () -> votes(at));
          });
    }
  }

  private void chosen(Choice choice) throws IOException {
    if (parties) {
      out.array("PartyIds", () -> json.writeString("party-" + choice.id()));
      return;
    }
    int persons = Ballot.persons(choice).size();
    out.array(
        "CandidateIds",
        () -> {
          for (int k = 1; k <= persons; k++) {
            json.writeString("candidate-" + choice.id() + "-" + k);
          }
        });
  }

  private void votes(int choice) throws IOException {
    for (ReportRow row : places()) {
      out.object(
          "VoteCounts",
          () -> {
            json.writeStringField("GpUnitId", NistUnits.id(row.code()));
            json.writeStringField("Type", "total");
            json.writeNumberField("Count", row.votes().get(choice));
          });
    }
  }
}
