package id.pantau.api.sirekap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.JsonBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of KPU's tree. Up to a few hundred rows each, so a millisecond or two: made on a
 * worker and kept.
 */
public final class SirekapFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Election election;
  private final ReferenceJson reference;
  private final String before;

  public SirekapFiles(Election election) {
    this.election = election;
    this.reference = new ReferenceJson(election);
    this.before = Wib.of(election.referenceAt());
  }

  /**
   * A file.
   *
   * @param status ours, beside the file: {@code counted}, {@code held}, {@code withheld} …; empty
   *     where the file has no figures
   * @param findings codes of the rules that the form of a station fails
   */
  public record Made(byte[] json, String status, List<String> findings) {
    public Made {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The contest whose board answers: that of the family, or of the family at the place, {@code
   * pkwkk-3201}; null where the election has none, or the tree is of figures that are not counted
   * here (recapitulation, districts).
   */
  public @Nullable Contest counted(Asked asked) {
    return asked.mode().equals("hhcw") ? contest(asked) : null;
  }

  /** The contests of the family whose places lie below the one that is asked for, by code. */
  public List<Contest> below(Asked asked) {
    if (!asked.mode().equals("hhcw") || asked.what() != Asked.What.FIGURES) {
      return List.of();
    }
    String code = election.areas().area(asked.area()).code();
    String family = asked.family() + "-";
    return election.contests().stream()
        .filter(c -> c.id().startsWith(family + (code.equals("0") ? "" : code)))
        .filter(c -> election.areas().find(place(c)) >= 0)
        .toList();
  }

  /** The place that a contest of a family is of: {@code 3201} of {@code pkwkk-3201}. */
  public static String place(Contest contest) {
    return contest.id().substring(contest.id().indexOf('-') + 1);
  }

  private @Nullable Contest contest(Asked asked) {
    Contest whole = election.contest(asked.family());
    for (int at = asked.area(); whole == null && at > 0; at = election.areas().area(at).parent()) {
      whole = election.contest(asked.family() + "-" + election.areas().area(at).code());
    }
    return whole;
  }

  /** A file that rests on the reference data alone. */
  public Made known(Asked asked) {
    Contest contest = contest(asked);
    byte[] json =
        switch (asked.what()) {
          case PLACES -> JsonBytes.of(g -> reference.places(g, asked.area()));
          case CHOICES -> JsonBytes.of(g -> reference.choices(g, contest));
          case PAIRS -> JsonBytes.of(g -> reference.pairs(g, asked.family()));
          case CANDIDATES -> JsonBytes.of(SirekapFiles::emptyObject);
          case DISTRICTS ->
              asked.mode().isEmpty() ? JsonBytes.of(SirekapFiles::emptyArray) : zeros(asked);
          case FIGURES -> zeros(asked);
          case STATION -> JsonBytes.of(new StationFile(asked, contest, null, before, null)::write);
        };
    boolean figures = !asked.mode().isEmpty();
    return new Made(json, figures ? "waiting" : "", List.of());
  }

  /** Districts are no places of ours: the file of one has no rows. */
  private byte[] zeros(Asked asked) {
    Figures none = Figures.none(contest(asked), election.areas(), asked.area(), before);
    boolean district = asked.what() == Asked.What.DISTRICTS;
    Figures figures =
        district
            ? new Figures(before, none.status(), List.of(), none.own(), List.of(), false)
            : none;
    return figures(asked, figures);
  }

  private byte[] figures(Asked asked, Figures figures) {
    return JsonBytes.of(
        g -> {
          if (asked.isRegional()) {
            RegionalJson.write(g, figures, asked.mode());
          } else {
            GeneralJson.write(g, figures, asked.mode());
          }
        });
  }

  /**
   * A file of what the board says.
   *
   * @param body the results body of the place, or the body of the station
   * @param photos where our own store serves photos by hash, with a slash at its end; null =
   *     nowhere
   */
  public Made shown(Asked asked, Contest contest, byte[] body, @Nullable String photos) {
    JsonNode tree = tree(body);
    if (asked.what() == Asked.What.FIGURES) {
      Figures figures = Figures.of(tree, contest, election.areas(), before);
      return new Made(figures(asked, figures), figures.status(), List.of());
    }
    JsonNode current = tree.path("current");
    JsonNode form = current.isObject() ? current : null;
    List<String> findings = new ArrayList<>();
    current.path("findings").forEach(finding -> findings.add(finding.path("code").asText()));
    StationFile file = new StationFile(asked, contest, form, before, photos);
    return new Made(JsonBytes.of(file::write), tree.path("status").asText(), findings);
  }

  /**
   * The file of a place above those of its contests.
   *
   * @param contests as {@link #below} gives them
   * @param bodies the results body of each contest's place
   */
  public Made above(Asked asked, List<Contest> contests, List<byte[]> bodies) {
    List<Figures> parts = new ArrayList<>();
    for (int i = 0; i < contests.size(); i++) {
      parts.add(Figures.of(tree(bodies.get(i)), contests.get(i), election.areas(), before));
    }
    Figures figures = Figures.above(election.areas(), asked.area(), parts, before);
    return new Made(figures(asked, figures), figures.status(), List.of());
  }

  private static void emptyObject(JsonGenerator g) throws IOException {
    g.writeStartObject();
    g.writeEndObject();
  }

  private static void emptyArray(JsonGenerator g) throws IOException {
    g.writeStartArray();
    g.writeEndArray();
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
