package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a form by the names they have on the wire ({@code users.dpt.all}, {@code
 * votes.100025}), in the order of the paper: C.HASIL-PPWP, PKPU 25/2023, Lampiran XVI. The rules of
 * the dashboard's {@code model/paper.ts}.
 */
final class Paper {
  static final List<String> REGISTERED = List.of("registered");
  static final List<String> USERS = List.of("users.dpt", "users.dptb", "users.dpk", "users.all");
  static final List<String> BALLOTS =
      List.of("ballots.received", "ballots.used", "ballots.returned", "ballots.unused");
  static final List<String> VALIDITY = List.of("valid", "invalid", "total");
  static final List<String> SEXES = List.of("male", "female", "all");
  private static final List<String> ROWS =
      Stream.of(REGISTERED, USERS, BALLOTS, VALIDITY).flatMap(List::stream).toList();

  private Paper() {}

  /** One figure of a form, null where the paper did not say. */
  static @Nullable Long figure(JsonNode form, String field) {
    JsonNode at = form;
    for (String key : field.split("\\.", -1)) {
      at = at.path(key);
    }
    return at.isIntegralNumber() ? at.asLong() : null;
  }

  /** Every figure a form can carry, in the order of the paper. */
  static List<String> fields(List<Choice> choices) {
    List<String> fields = new ArrayList<>();
    Stream.concat(REGISTERED.stream(), USERS.stream())
        .forEach(row -> SEXES.forEach(sex -> fields.add(row + "." + sex)));
    fields.addAll(BALLOTS);
    choices.forEach(choice -> fields.add("votes." + choice.id()));
    fields.addAll(VALIDITY);
    return fields;
  }

  /**
   * The row of the paper beside which a finding stands: that of its first field that is on the
   * paper; null where none is.
   */
  static @Nullable String rowOf(JsonNode finding, List<Choice> choices) {
    for (JsonNode node : finding.path("fields")) {
      String field = node.asText();
      if (field.equals("votes")
          || choices.stream().anyMatch(c -> field.equals("votes." + c.id()))) {
        return field;
      }
      for (String row : ROWS) {
        if (field.equals(row) || field.startsWith(row + ".")) {
          return row;
        }
      }
      for (String row : ROWS) {
        if (row.startsWith(field + ".")) {
          return row;
        }
      }
    }
    return null;
  }

  /** The number that a row has within its section, as printed. */
  static String number(String row) {
    int at = USERS.indexOf(row);
    if (at < 0) {
      at = BALLOTS.indexOf(row);
    }
    if (at >= 0) {
      return Integer.toString(at + 1);
    }
    return VALIDITY.contains(row) ? String.valueOf((char) ('A' + VALIDITY.indexOf(row))) : "";
  }

  /** A row's name on the paper. */
  static String name(Words words, String row) {
    FormWord name = Phrase.keyed(FormWord.class, "PAPER", row);
    return name == null ? row : words.say(name);
  }

  /** Where a figure stands and what it is: {@code I.B.1 dalam DPT laki-laki}. */
  static String label(Words words, List<Choice> choices, String field) {
    for (Choice choice : choices) {
      if (field.equals("votes." + choice.id())) {
        return "IV." + choice.number() + " " + Names.readable(choice.shortName());
      }
    }
    for (String row : ROWS) {
      if (field.equals(row) || field.startsWith(row + ".")) {
        String number = number(row);
        String label =
            section(row) + (number.isEmpty() ? "" : "." + number) + " " + name(words, row);
        return field.endsWith(".male")
            ? label + " " + words.say(FormWord.MALE_LONG)
            : field.endsWith(".female") ? label + " " + words.say(FormWord.FEMALE_LONG) : label;
      }
    }
    return field;
  }

  private static String section(String row) {
    if (row.startsWith("users")) {
      return "I.B";
    }
    if (row.startsWith("ballots")) {
      return "II";
    }
    return row.equals("registered") ? "I.A" : "V";
  }
}
