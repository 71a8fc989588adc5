package id.pantau.board;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Station;
import id.pantau.platform.Body;
import id.pantau.platform.FormFields;
import id.pantau.platform.Inspection;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import id.pantau.platform.Problem;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The body of a station: its forms, newest first; {@code docs/wire-protocol.md} §3. */
final class StationJson {
  /** R09 was settled when the form came in. */
  private static final Speaker ANYONE =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), true);

  private final Standing standing;
  private final Election election;
  private final Judge judge;

  StationJson(Standing standing) {
    this.standing = standing;
    this.election = standing.election();
    this.judge = new Judge(election);
  }

  /** The hashes of all photos that the station's forms name. */
  Set<String> photos(int contest, Station station) {
    ProvinceFold fold = standing.fold(station.village());
    Set<String> named = new HashSet<>();
    for (StationRevision r : revisions(fold, fold.stations(contest).newest(station.slot()))) {
      for (Image image : r.form().images()) {
        if (image.sha256() != null) {
          named.add(image.sha256());
        }
      }
    }
    return named;
  }

  /**
   * The body.
   *
   * @param stored those of {@link #photos} that our own store holds
   */
  Body body(int contest, Station station, Set<String> stored) {
    return body(contest, station, stored, standing.acts().withheld(contest, station) == null);
  }

  /** The station for operators: with its figures even where they are withheld. */
  Inspection.Inspected inspected(int contest, Station station, Set<String> stored) {
    ProvinceFold fold = standing.fold(station.village());
    List<StationRevision> revisions =
        revisions(fold, fold.stations(contest).newest(station.slot()));
    return new Inspection.Inspected(
        body(contest, station, stored, true),
        revisions.stream().map(revision -> passage(fold, revision.stored())).toList());
  }

  private static Inspection.Passage passage(ProvinceFold fold, FormStore.Stored stored) {
    PackedForm.Envelope envelope = PackedForm.envelope(stored.packed());
    EntryMark entry = fold.entryAt(stored.position());
    return new Inspection.Passage(
        stored.position(),
        envelope.origin(),
        envelope.receivedAtMillis(),
        stored.countedAtMillis(),
        entry == null ? "" : entry.node(),
        fold.announcedMillis(stored.position()),
        fold.isWaiting(stored.position()));
  }

  /**
   * @param numbers false where the figures are left out
   */
  private Body body(int contest, Station station, Set<String> stored, boolean numbers) {
    ProvinceFold fold = standing.fold(station.village());
    ContestStations stations = fold.stations(contest);
    int stands = stations.standing(station.slot());
    StationState state = stations.state(station.slot());
    List<StationRevision> revisions = revisions(fold, stations.newest(station.slot()));
    return Rendering.body(
        fold.position(),
        g -> {
          g.writeStringField("contest", election.contests().get(contest).id());
          g.writeStringField("station", station.code());
          g.writeStringField("name", station.name());
          g.writeStringField("area", election.areas().area(station.village()).code());
          Rendering.position(g, fold.position());
          long newest =
              revisions.stream().mapToLong(r -> r.stored().countedAtMillis()).max().orElse(0);
          Rendering.instant(g, "asOf", newest);
          Rendering.honesty(g, election);
          standing.acts().notices(g, contest, station.village(), station);
          Act withheld = standing.acts().withheld(contest, station);
          g.writeStringField("status", numbers ? state.wire() : "withheld");
          if (withheld != null) {
            PlaceActs.withheld(g, withheld);
          }
          g.writeFieldName("current");
          StationRevision current = StationRevision.standing(revisions, stands);
          if (current == null || !numbers) {
            g.writeNull();
          } else {
            revision(g, current, state.wire(), stored, true);
          }
          g.writeArrayFieldStart("revisions");
          for (StationRevision r : revisions) {
            revision(g, r, StationRevision.status(r, current, state), stored, numbers);
          }
          g.writeEndArray();
        });
  }

  private List<StationRevision> revisions(ProvinceFold fold, int newest) {
    return StationRevision.newestFirst(fold.store(), newest, election);
  }

  /**
   * @param numbers false where they are withheld: then it says no more than that the form came;
   *     photos, findings, notes and the hash would tell the figures
   */
  private void revision(
      JsonGenerator g, StationRevision r, String status, Set<String> stored, boolean numbers)
      throws IOException {
    Form form = r.form();
    PackedForm.Envelope envelope = PackedForm.envelope(r.stored().packed());
    g.writeStartObject();
    g.writeNumberField("generation", form.generation());
    g.writeNumberField("revision", form.revision());
    g.writeStringField("status", status);
    if (status.equals("superseded")) {
      g.writeStringField("was", was(r));
    }
    g.writeStringField("method", form.method().wire());
    g.writeStringField("receivedAt", Instant.ofEpochMilli(envelope.receivedAtMillis()).toString());
    Rendering.instant(g, "countedAt", r.stored().countedAtMillis());
    Rendering.position(g, r.stored().position());
    g.writeStringField("submitter", envelope.submitter());
    if (numbers) {
      content(g, r, envelope, stored);
    } else {
      FormFields.reason(g, LoggedFields.kindOnly(form.reason()));
    }
    g.writeEndObject();
  }

  private void content(
      JsonGenerator g, StationRevision r, PackedForm.Envelope envelope, Set<String> stored)
      throws IOException {
    Form form = r.form();
    FormFields.write(g, form, stored);
    FormFields.reason(g, form.reason());
    g.writeArrayFieldStart("findings");
    for (Finding finding : findings(form, envelope.codeBits())) {
      Problem.writeFinding(g, finding);
    }
    g.writeEndArray();
    g.writeStringField("hash", HexFormat.of().formatHex(r.hash()));
  }

  private static String was(StationRevision r) {
    return switch (r.stored().outcome()) {
      case LogEntry.COUNTED -> "counted";
      case LogEntry.HELD, LogEntry.BESIDE -> "held";
      case LogEntry.STORED -> "stored";
      case LogEntry.WITHDRAWN -> "withdrawn";
      default -> "superseded";
    };
  }

  /**
   * The findings of the day it was judged: the stored codes decide, today's rules give the words.
   */
  private List<Finding> findings(Form form, int codeBits) {
    List<Finding> today = judge.judge(form, ANYONE, Sightings.NONE).findings();
    List<Finding> said = new ArrayList<>();
    for (Code code : Code.of(codeBits)) {
      today.stream()
          .filter(f -> f.code() == code)
          .findFirst()
          .ifPresentOrElse(
              said::add, () -> said.add(new Finding(code, List.of(), "Fails: " + code.law())));
    }
    return said;
  }
}
