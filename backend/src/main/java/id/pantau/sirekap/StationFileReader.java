package id.pantau.sirekap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Users;
import id.pantau.platform.Refused;
import id.pantau.platform.SirekapFlags;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a station file of KPU's ({@code docs/open-data.md}). What it does not know it leaves; what
 * it knows must be of the right kind.
 */
final class StationFileReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final DateTimeFormatter TS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final int IMAGES_MAX = 64;

  /** Not a vote: a quirk of KPU's, and what the charts of areas have besides votes. */
  private static final Set<String> NO_CHOICES = Set.of("null", "persen", "progres");

  private final Contest contest;

  StationFileReader(Contest contest) {
    this.contest = contest;
  }

  /** A file that shows the votes of some choices only: there is no form that says that. */
  static final class Partial extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @throws Refused where it is no station file, with the reason
   */
  static JsonNode tree(byte[] json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject()) {
        throw new Refused("no JSON object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new Refused("no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new Refused("not readable: " + e.getMessage());
    }
  }

  /**
   * @throws Refused where a field is not what it should be, with its name
   * @throws Partial where the votes of some choices are missing
   */
  StationState read(String station, JsonNode file) throws Partial {
    JsonNode psu = file.path("psu");
    if (!psu.isMissingNode() && !psu.isNull() && !psu.asText().equals("Reguler")) {
      throw new Refused("psu is \"" + psu.asText() + "\": only the regular vote is read");
    }
    Map<String, Integer> votes = votes(file.has("tungsura") ? file.path("tungsura") : file);
    JsonNode paper = object(file, "administrasi");
    Users users =
        new Users(
            electors(paper, "pengguna_dpt"),
            electors(paper, "pengguna_dptb"),
            electors(paper, "pengguna_non_dpt"),
            electors(paper, "pengguna_total"));
    StationState plain =
        new StationState(
            station,
            publishedAt(file),
            votes,
            number(paper, "suara_sah"),
            number(paper, "suara_tidak_sah"),
            number(paper, "suara_total"),
            electors(paper, "pemilih_dpt"),
            users,
            images(file),
            new SirekapFlags(null, null));
    return withFlags(plain, file);
  }

  private static StationState withFlags(StationState s, JsonNode file) {
    SirekapFlags flags =
        new SirekapFlags(
            said(file, "status_suara", s.hasVotes()),
            said(file, "status_adm", s.hasAdministrative()));
    return new StationState(
        s.station(),
        s.publishedAt(),
        s.votes(),
        s.valid(),
        s.invalid(),
        s.total(),
        s.registered(),
        s.users(),
        s.images(),
        flags);
  }

  /** What the file says where it differs from what its figures say. */
  private static @Nullable Boolean said(JsonNode file, String name, boolean figures) {
    JsonNode flag = file.path(name);
    if (flag.isMissingNode() || flag.isNull()) {
      return null;
    }
    if (!flag.isBoolean()) {
      throw new Refused(name + " is neither true nor false");
    }
    return flag.asBoolean() == figures ? null : Boolean.valueOf(flag.asBoolean());
  }

  private Map<String, Integer> votes(JsonNode parent) throws Partial {
    JsonNode chart = object(parent, "chart");
    Map<String, Integer> votes = new LinkedHashMap<>();
    Iterator<String> names = chart.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!NO_CHOICES.contains(name) && contest.indexOf(name) < 0) {
        throw new Refused("chart names " + name + ", not on the ballot of " + contest.id());
      }
    }
    for (Choice choice : contest.choices()) {
      Integer value = number(chart, choice.id());
      if (value != null) {
        votes.put(choice.id(), value);
      }
    }
    if (!votes.isEmpty() && votes.size() < contest.choices().size()) {
      throw new Partial();
    }
    return votes;
  }

  private static JsonNode object(JsonNode parent, String name) {
    JsonNode object = parent.path(name);
    if (object.isObject() || object.isNull() || object.isMissingNode()) {
      return object;
    }
    throw new Refused(name + " is neither an object nor null");
  }

  private static Electors electors(JsonNode paper, String name) {
    Electors electors =
        new Electors(
            number(paper, name + "_j"), number(paper, name + "_l"), number(paper, name + "_p"));
    return electors.isEmpty() ? Electors.NONE : electors;
  }

  private static @Nullable Integer number(JsonNode parent, String name) {
    JsonNode number = parent.path(name);
    if (number.isMissingNode() || number.isNull()) {
      return null;
    }
    if (!number.isIntegralNumber()
        || !number.canConvertToInt()
        || number.asInt() < 0
        || number.asInt() > Form.NUMBER_MAX) {
      throw new Refused(name + " is no whole number from 0 to " + Form.NUMBER_MAX);
    }
    return number.asInt();
  }

  private static @Nullable OffsetDateTime publishedAt(JsonNode file) {
    JsonNode ts = file.path("ts");
    if (ts.isMissingNode() || ts.isNull()) {
      return null;
    }
    try {
      return LocalDateTime.parse(ts.asText(), TS).atOffset(TalliesColumns.WIB);
    } catch (DateTimeException e) {
      throw new Refused("ts is no time like 2024-02-14 18:44:00");
    }
  }

  /** The place in the list is the number of the page; one that was not sent is null there. */
  private static List<Image> images(JsonNode file) {
    JsonNode urls = file.path("images");
    if (urls.isMissingNode() || urls.isNull()) {
      return List.of();
    }
    if (!urls.isArray() || urls.size() > IMAGES_MAX) {
      throw new Refused("images is no list of at most " + IMAGES_MAX);
    }
    List<Image> images = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      if (urls.get(i).isTextual()) {
        images.add(new Image(i + 1, urls.get(i).asText(), null));
      } else if (!urls.get(i).isNull()) {
        throw new Refused("images holds what is no address");
      }
    }
    return images;
  }
}
