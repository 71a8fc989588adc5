package id.pantau.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form (wire-protocol.md §6) for the recount. Written apart from the intake's reader: the
 * recount would not notice a field that both take for another.
 */
final class RecountJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RecountJson() {}

  /** The JSON of a text; not a form yet. */
  static JsonNode tree(byte[] json) throws IOException {
    return JSON.readTree(json);
  }

  /** The form, or null where the text is none and a node refuses it. */
  static @Nullable Form form(byte[] json) {
    try {
      return form(JSON.readTree(json));
    } catch (IOException e) {
      return null;
    }
  }

  /** The form of an object, whatever else is in it; null where there is none. */
  static @Nullable Form form(JsonNode object) {
    try {
      return read(object);
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Form read(JsonNode form) {
    return new Form(
        text(form, "contest"),
        text(form, "station"),
        integer(form, "generation"),
        integer(form, "revision"),
        Method.valueOf(text(form, "method").toUpperCase(Locale.ROOT)),
        form.has("recordedAt") ? OffsetDateTime.parse(text(form, "recordedAt")) : null,
        section(form),
        votes(form.get("votes")),
        number(form, "valid"),
        number(form, "invalid"),
        number(form, "total"),
        electors(form, "registered"),
        users(form.get("users")),
        ballots(form.get("ballots")),
        images(form.get("images")),
        reason(form.get("reason")));
  }

  /** As a node publishes it, or as a submitter says it with the votes alone. */
  private static Form.Section section(JsonNode form) {
    if (form.has("section")) {
      return Form.Section.valueOf(text(form, "section").toUpperCase(Locale.ROOT));
    }
    JsonNode votes = form.get("votes");
    if (votes == null) {
      return Form.Section.ADMINISTRATIVE;
    }
    return votes.isNull() ? Form.Section.WITHDRAWAL : Form.Section.VOTES;
  }

  private static Map<String, Integer> votes(@Nullable JsonNode votes) {
    Map<String, Integer> read = new LinkedHashMap<>();
    if (votes != null) {
      for (Map.Entry<String, JsonNode> vote : votes.properties()) {
        read.put(vote.getKey(), integer(votes, vote.getKey()));
      }
    }
    return read;
  }

  private static Users users(@Nullable JsonNode users) {
    return users == null
        ? Users.NONE
        : new Users(
            electors(users, "dpt"),
            electors(users, "dptb"),
            electors(users, "dpk"),
            electors(users, "all"));
  }

  private static Electors electors(JsonNode parent, String name) {
    JsonNode row = parent.get(name);
    return row == null
        ? Electors.NONE
        : new Electors(number(row, "all"), number(row, "male"), number(row, "female"));
  }

  private static Ballots ballots(@Nullable JsonNode ballots) {
    return ballots == null
        ? Ballots.NONE
        : new Ballots(
            number(ballots, "received"),
            number(ballots, "used"),
            number(ballots, "returned"),
            number(ballots, "unused"));
  }

  private static List<Image> images(@Nullable JsonNode images) {
    List<Image> read = new ArrayList<>();
    if (images != null) {
      for (JsonNode image : images) {
        read.add(new Image(integer(image, "page"), word(image, "url"), word(image, "sha256")));
      }
    }
    return read;
  }

  private static Reason reason(@Nullable JsonNode reason) {
    if (reason == null) {
      return Reason.NEW;
    }
    String kind = text(reason, "kind");
    for (Reason.Kind known : Reason.Kind.values()) {
      if (known.wire().equals(kind)) {
        return new Reason(
            known,
            word(reason, "note"),
            words(reason.get("codes")),
            words(reason.get("by")),
            word(reason, "cites"));
      }
    }
    throw new IllegalArgumentException(kind + " is no reason");
  }

  private static List<String> words(@Nullable JsonNode array) {
    List<String> words = new ArrayList<>();
    if (array != null) {
      array.forEach(word -> words.add(word.asText()));
    }
    return words;
  }

  private static @Nullable String word(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    return value == null || value.isNull() ? null : text(parent, name);
  }

  private static String text(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException(name + " is no text");
    }
    return value.textValue();
  }

  private static @Nullable Integer number(JsonNode parent, String name) {
    return parent.has(name) ? integer(parent, name) : null;
  }

  private static int integer(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    if (value == null || !value.isInt()) {
      throw new IllegalArgumentException(name + " is no integer");
    }
    return value.intValue();
  }
}
