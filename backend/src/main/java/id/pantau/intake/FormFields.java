package id.pantau.intake;

import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Form.Section;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one form as they are read. Null on the wire is the same as absent, but for the
 * votes: {@code "votes":null} withdraws.
 */
final class FormFields implements Cursor.Fields {
  private static final int CONTEST_CHARS_MAX = 32;
  private static final int STATION_CHARS_MAX = 13;
  private static final int CHOICES_MAX = 512;
  private static final int CHOICE_CHARS_MAX = 32;
  private static final int WORD_CHARS_MAX = 32;
  private static final int YEAR_MIN = 2000;
  private static final int YEAR_MAX = 2999;

  private final Cursor at;
  private final SectionFields sections;

  private @Nullable String contest;
  private @Nullable String station;
  private @Nullable Integer generation;
  private @Nullable Integer revision;
  private @Nullable Method method;
  private @Nullable OffsetDateTime recordedAt;
  private Section section = Section.ADMINISTRATIVE;
  private Map<String, Integer> votes = Map.of();
  private @Nullable Integer valid;
  private @Nullable Integer invalid;
  private @Nullable Integer total;
  private Electors registered = Electors.NONE;
  private Users users = Users.NONE;
  private Ballots ballots = Ballots.NONE;
  private List<Image> images = List.of();
  private Reason reason = Reason.NEW;

  FormFields(Cursor at) {
    this.at = at;
    this.sections = new SectionFields(at);
  }

  @Override
  public boolean take(String name) throws IOException, Malformed {
    switch (name) {
      case "contest" -> contest = at.string(CONTEST_CHARS_MAX);
      case "station" -> station = at.string(STATION_CHARS_MAX);
      case "generation" -> generation = generation();
      case "revision" -> revision = at.integer();
      case "method" -> method = method();
      case "recordedAt" -> recordedAt = at.isNull() ? null : time();
      case "votes" -> votes();
      case "valid" -> valid = at.integerOrNull();
      case "invalid" -> invalid = at.integerOrNull();
      case "total" -> total = at.integerOrNull();
      case "registered" -> registered = sections.electors();
      case "users" -> users = sections.users();
      case "ballots" -> ballots = sections.ballots();
      case "images" -> images = sections.images();
      case "reason" -> reason = sections.reason();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The form, once every field was taken. */
  Form form() throws Malformed {
    FormTexts.check(images, reason);
    return new Form(
        required("contest", contest),
        required("station", station),
        required("generation", generation),
        required("revision", revision),
        required("method", method),
        recordedAt,
        section,
        votes,
        valid,
        invalid,
        total,
        registered,
        users,
        ballots,
        images,
        reason);
  }

  private static <T> T required(String field, @Nullable T value) throws Malformed {
    if (value == null) {
      throw new Malformed(field, "is missing");
    }
    return value;
  }

  private int generation() throws IOException, Malformed {
    int value = at.integer();
    if (value > Form.GENERATION_MAX) {
      throw at.malformed("is out of range, a generation is 0 to " + Form.GENERATION_MAX);
    }
    return value;
  }

  private Method method() throws IOException, Malformed {
    String wire = at.string(WORD_CHARS_MAX);
    for (Method known : Method.values()) {
      if (known.wire().equals(wire)) {
        return known;
      }
    }
    throw at.malformed("is none of machine, single, double");
  }

  private OffsetDateTime time() throws IOException, Malformed {
    String text = at.string(WORD_CHARS_MAX + WORD_CHARS_MAX);
    try {
      OffsetDateTime time = Times.parse(text);
      if (time.getYear() >= YEAR_MIN && time.getYear() <= YEAR_MAX) {
        return time;
      }
    } catch (DateTimeException e) {
      throw at.malformed("is not a time like 2024-02-14T16:20:00+07:00");
    }
    throw at.malformed("is not in the years " + YEAR_MIN + " to " + YEAR_MAX);
  }

  private void votes() throws IOException, Malformed {
    if (at.isNull()) {
      section = Section.WITHDRAWAL;
      return;
    }
    section = Section.VOTES;
    Map<String, Integer> read = new LinkedHashMap<>();
    at.object(
        choice -> {
          if (!isChoice(choice)) {
            throw at.malformed("is no id of a choice");
          }
          if (read.size() == CHOICES_MAX) {
            throw at.malformed("is one too many, there are at most " + CHOICES_MAX);
          }
          read.put(choice, at.integer());
          return true;
        });
    votes = read;
  }

  private static boolean isChoice(String id) {
    if (id.isEmpty() || id.length() > CHOICE_CHARS_MAX) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean fit =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
      if (!fit) {
        return false;
      }
    }
    return true;
  }
}
