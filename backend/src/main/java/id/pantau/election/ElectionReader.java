package id.pantau.election;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Thresholds;
import id.pantau.platform.Beside;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads an election: {@code election.yaml} and {@code areas.csv.gz} or {@code areas.csv}.
 *
 * <p>Both methods read files and take up to a second: not for an event loop. What they refuse they
 * refuse with {@link Refused}, one sentence with file, line and reason.
 */
public final class ElectionReader {
  private static final String YAML = "election.yaml";
  private static final String ARRIVAL = "arrival.csv";
  private static final int CADENCE_SECONDS_MAX = 86_400;
  private static final List<String> AREAS = List.of("areas.csv.gz", "areas.csv");

  private final ElectionFiles files;

  private ElectionReader(ElectionFiles files) {
    this.files = files;
  }

  /** The election of a folder. */
  public static Election read(Path folder) {
    return new ElectionReader(ElectionFiles.of(folder)).read();
  }

  /**
   * The election that is packed in the jar under that id, {@code pemilu-2024} or {@code contoh}.
   */
  public static Election packed(String id) {
    return new ElectionReader(ElectionFiles.packed(id)).read();
  }

  private Election read() {
    // Side by side: the one has many lines, the other a library that is slow the first time.
    Supplier<List<AreaTree.Row>> areas = Beside.start(this::areas);
    ElectionYaml yaml = required(YAML, YamlReader::read);
    List<AreaTree.Row> rows = areas.get();
    AreaTree tree = new AreaTree(rows);
    Place file = new Place(files.where(YAML), 0);
    ContestsReader reader = new ContestsReader(tree, file);
    List<Contest> contests = reader.read(yaml.contests());
    Thresholds thresholds = ThresholdsReader.read(yaml.thresholds(), reader, file);
    return new Election(
        id(yaml.id(), file),
        Wording.inLanguages(yaml.names(), "names", file),
        yaml.isTest(),
        Wording.inLanguages(yaml.notices(), "notices", file),
        yaml.banners().isEmpty() ? Map.of() : Wording.inLanguages(yaml.banners(), "banners", file),
        yaml.sources().stream().map(s -> Wording.of(s, "sources", file)).toList(),
        cadence(yaml.cadenceSeconds(), file),
        thresholds,
        contests,
        tree,
        ElectionHash.of(thresholds, contests, rows),
        referenceAt(yaml.referenceAt(), file),
        votingDay(yaml, file),
        Objects.requireNonNullElse(parsed(ARRIVAL, ArrivalReader::read), List.of()));
  }

  private static String id(Text id, Place file) {
    if (!ElectionFiles.ID.matcher(id.value()).matches()) {
      throw file.at(id.line())
          .refused("id \"" + id.value() + "\" does not match " + ElectionFiles.ID);
    }
    return id.value();
  }

  /** A promise of less than a second nobody keeps, one of more than a day is none. */
  private static int cadence(int seconds, Place file) {
    if (seconds < 1 || seconds > CADENCE_SECONDS_MAX) {
      throw file.refused(
          ElectionYaml.CADENCE + " is " + seconds + ", not 1…" + CADENCE_SECONDS_MAX);
    }
    return seconds;
  }

  private static OffsetDateTime referenceAt(Text text, Place file) {
    try {
      return OffsetDateTime.parse(text.value());
    } catch (DateTimeException e) {
      throw file.at(text.line())
          .refused(
              ElectionYaml.REFERENCE_AT + " \"" + text.value() + "\" is no time with an offset");
    }
  }

  /** Where the folder does not say, the day on which the reference data was published. */
  private static LocalDate votingDay(ElectionYaml yaml, Place file) {
    Text text = yaml.votingDay();
    if (text.value().isEmpty()) {
      return referenceAt(yaml.referenceAt(), file).toLocalDate();
    }
    try {
      return LocalDate.parse(text.value());
    } catch (DateTimeException e) {
      throw file.at(text.line())
          .refused(ElectionYaml.VOTING_DAY + " \"" + text.value() + "\" is no date");
    }
  }

  /** Two files of areas would leave open which one is counted by. */
  private List<AreaTree.Row> areas() {
    List<AreaTree.Row> found = null;
    for (String name : AREAS) {
      List<AreaTree.Row> rows = parsed(name, AreasReader::read);
      if (rows != null && found != null) {
        throw new Refused(files.where(name) + ": there is also " + AREAS.get(0) + ", keep one");
      }
      found = rows == null ? found : rows;
    }
    if (found == null) {
      throw new Refused(files.where(AREAS.get(1)) + ": no such file");
    }
    return found;
  }

  private <T> T required(String name, Parser<T> parser) {
    T parsed = parsed(name, parser);
    if (parsed == null) {
      throw new Refused(files.where(name) + ": no such file");
    }
    return parsed;
  }

  private <T> @Nullable T parsed(String name, Parser<T> parser) {
    try (InputStream in = files.open(name)) {
      if (in == null) {
        return null;
      }
      Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
      return parser.parse(text, files.where(name));
    } catch (CharacterCodingException e) {
      throw new Refused(files.where(name) + ": not UTF-8");
    } catch (IOException e) {
      throw new Refused(files.where(name) + ": " + e.getMessage());
    }
  }

  private interface Parser<T> {
    T parse(Reader in, String file) throws IOException;
  }
}
