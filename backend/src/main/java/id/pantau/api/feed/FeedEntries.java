package id.pantau.api.feed;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.api.lite.Language;
import id.pantau.api.lite.Links;
import id.pantau.api.lite.Names;
import id.pantau.api.lite.Summary;
import id.pantau.api.lite.Words;
import id.pantau.model.Act;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.platform.Acts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Turns what is known of a place into entries, in one language. */
final class FeedEntries {
  private static final Comparator<FeedEntry> NEWEST =
      Comparator.comparing(FeedEntry::updated).reversed().thenComparing(FeedEntry::key);

  private final Election election;
  private final Contest contest;
  private final Words words;
  private final Language language;
  private final Links links;
  private final List<FeedEntry> entries = new ArrayList<>();

  FeedEntries(Election election, Contest contest, Language language) {
    this.election = election;
    this.contest = contest;
    this.language = language;
    this.words = new Words(language);
    this.links = new Links(election, language);
  }

  List<FeedEntry> newestFirst() {
    return entries.stream().sorted(NEWEST).toList();
  }

  /**
   * The standing, an entry for each hour of the count: within its hour it is rewritten, then it
   * stays with those who took it. Nothing before the first form.
   */
  void standing(JsonNode results) {
    String asOf = results.path("asOf").textValue();
    if (asOf == null) {
      return;
    }
    Instant at = Instant.parse(asOf);
    Instant hour = at.truncatedTo(ChronoUnit.HOURS);
    String area = results.path("area").asText();
    String place = Names.readable(results.path("name").asText());
    JsonNode withheld = results.path("withheld");
    String title;
    String text;
    if (withheld.isObject()) {
      title = FeedWord.WITHHELD.in(language, place);
      text = withheld.path("reason").path(language.wire()).asText();
    } else {
      JsonNode stations = results.path("stations");
      long held = stations.path("held").asLong();
      long expected = stations.path("expected").asLong();
      title =
          place + ": " + Summary.coverage(words, stations.path("counted").asLong(), held, expected);
      text = votes(results.path("totals").path("votes"));
      text += ". " + FeedWord.HELD.in(language, words.integer(held));
      text += ". " + words.exact(at) + ".";
    }
    String key = contest.id() + "/" + area + "/standing/" + hour.toString().substring(0, 13);
    String path = Links.area(contest.id(), area);
    entries.add(new FeedEntry(key, "standing", hour, at, title, text, path));
  }

  private String votes(JsonNode votes) {
    StringJoiner all = new StringJoiner("; ");
    for (Choice choice : contest.choices()) {
      String number = Integer.toString(choice.number());
      String sum = words.integer(votes.path(choice.id()).asLong());
      all.add(FeedWord.VOTES.in(language, number, choice.name(), sum));
    }
    return all.toString();
  }

  /** The forms by which stations came to give fewer votes. */
  void corrections(JsonNode corrections) {
    for (JsonNode correction : corrections.path("corrections")) {
      correction(correction);
    }
  }

  private void correction(JsonNode form) {
    String code = form.path("station").asText();
    Instant at = Instant.parse(form.path("countedAt").asText());
    String place = form.path("name").asText() + ", " + Names.readable(form.path("path").asText());
    JsonNode reason = form.path("reason");
    StringJoiner text = new StringJoiner(". ", "", ".");
    String note = reason.path("note").textValue();
    String kind = Summary.reason(words, reason.path("kind").asText());
    text.add(note == null || note.isBlank() ? kind : kind + ": " + note);
    text.add(
        FeedWord.STATUS.in(
            language,
            Summary.station(words, form.path("status").asText()),
            Summary.station(words, form.path("was").asText()).toLowerCase(Locale.ROOT)));
    String moved = moved(form.path("delta"));
    if (!moved.isEmpty()) {
      text.add(moved);
    }
    text.add(words.exact(at));
    String generation = form.path("generation").asText();
    String key = contest.id() + "/" + code + "/g" + generation + "/r";
    entries.add(
        new FeedEntry(
            key + form.path("revision").asText(),
            "correction",
            at,
            at,
            FeedWord.FEWER.in(language, place),
            text.toString(),
            links.station(code, contest)));
  }

  /** What the form took from each choice or gave to it; empty where that is withheld. */
  private String moved(JsonNode delta) {
    StringJoiner all = new StringJoiner("; ");
    for (Choice choice : contest.choices()) {
      long votes = delta.path(choice.id()).asLong();
      if (votes != 0) {
        all.add(choice.name() + ": " + (votes > 0 ? "+" : "") + words.integer(votes));
      }
    }
    return all.toString();
  }

  /** What offices did to a place, to those above it and to those within it. */
  void acts(List<Acts.Entry> acts) {
    for (Acts.Entry entry : acts) {
      act(entry.act(), entry.ended());
    }
  }

  private void act(Act act, @Nullable Instant ended) {
    Station station = election.areas().station(act.subject());
    int area = station == null ? election.areas().find(act.subject()) : station.village();
    if (area < 0) {
      return;
    }
    String name = Names.readable(election.areas().area(area).name());
    String place = station == null ? name : station.kind() + " " + station.number() + ", " + name;
    FeedWord title = act.kind() == Act.Kind.WITHHOLD ? FeedWord.WITHHELD : FeedWord.NOTICE;
    StringJoiner text = new StringJoiner(", ", "", ".");
    text.add(
        act.reason().getOrDefault(language.wire(), "")
            + " "
            + FeedWord.OFFICE.in(language, act.office(), words.exact(act.since())));
    Instant until = act.until();
    if (until != null) {
      text.add(FeedWord.UNTIL.in(language, words.exact(until)));
    }
    if (ended != null) {
      text.add(FeedWord.ENDED.in(language, words.exact(ended)));
    }
    String path =
        station == null
            ? Links.area(contest.id(), act.subject())
            : links.station(station.code(), contest);
    entries.add(
        new FeedEntry(
            "act/" + act.id(),
            act.kind().wire(),
            act.since(),
            Objects.requireNonNullElse(ended, act.since()),
            title.in(language, place),
            text.toString(),
            path));
  }
}
