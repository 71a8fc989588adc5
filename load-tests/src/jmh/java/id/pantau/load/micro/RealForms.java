package id.pantau.load.micro;

import id.pantau.election.ElectionReader;
import id.pantau.load.flood.Forms;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Verdict;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The bundled forms of the presidential contest of 2024, judged, in the order in which they
 * arrived. To be run from the root of the repository.
 */
public final class RealForms {
  /** Forms that a benchmark goes through, so that none is foreseen. */
  public static final int SAMPLE = 1_024;

  /** Forms of a batch, as many as the product's have. */
  public static final int BATCH = 256;

  /** The province with most of them: Banten. */
  public static final String PROVINCE = "36";

  /** Whose forms they are: who may send everything but decisions. */
  public static final Speaker SPEAKER =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), false);

  private static final Path FILE = Path.of("config/elections/pemilu-2024/forms/ppwp.csv.gz");
  private static final long AT_MILLIS = 1_707_900_000_000L;

  private final Election election = ElectionReader.packed("pemilu-2024");
  private final Contest contest = Objects.requireNonNull(election.contest("ppwp"));
  private final Judge judge = new Judge(election);
  private final Forms forms;

  /** Reads them; takes seconds. */
  public RealForms() {
    try {
      forms = Forms.real(contest, FILE);
    } catch (IOException e) {
      throw new UncheckedIOException("to be run from the root of the repository", e);
    }
  }

  public Election election() {
    return election;
  }

  public Contest contest() {
    return contest;
  }

  /** All of them, each made when it is asked for. */
  public Forms all() {
    return forms;
  }

  /** Some from the first to the last, evenly. */
  public List<Form> sample() {
    return IntStream.range(0, SAMPLE)
        .mapToObj(i -> forms.form().apply((int) ((long) i * forms.size() / SAMPLE)))
        .toList();
  }

  /** The first ones of {@link #PROVINCE}. */
  public List<Form> ofProvince(int count) {
    List<Form> first =
        IntStream.range(0, forms.size())
            .mapToObj(forms.form())
            .filter(form -> form.station().startsWith(PROVINCE))
            .limit(count)
            .toList();
    check(first.size() == count, "there are only " + first.size() + " forms of the province");
    return first;
  }

  /** What the rules say of a form. */
  public Verdict verdict(Form form) {
    return judge.judge(form, SPEAKER, Sightings.NONE);
  }

  /** A form as a province's log has it. */
  public LogEntry.Logged logged(Form form) {
    Verdict verdict = verdict(form);
    int outcome = verdict.outcome() == Verdict.Outcome.COUNTED ? LogEntry.COUNTED : LogEntry.HELD;
    PackedForm.Envelope envelope =
        new PackedForm.Envelope(
            "kpps", AT_MILLIS, verdict.outcome().ordinal(), verdict.codeBits(), null);
    return new LogEntry.Logged(outcome, PackedForm.join(envelope, FormContent.pack(form, contest)));
  }

  /** The votes of forms that count, in ballot order. */
  public long[] counted(List<Form> of) {
    long[] sums = new long[contest.choices().size()];
    for (Form form : of) {
      if (verdict(form).outcome() == Verdict.Outcome.COUNTED) {
        for (int c = 0; c < sums.length; c++) {
          sums[c] += Objects.requireNonNull(form.votes().get(contest.choices().get(c).id()));
        }
      }
    }
    return sums;
  }

  /** Ends a benchmark whose step does not do what it says. */
  public static void check(boolean kept, String what) {
    if (!kept) {
      throw new IllegalStateException(what);
    }
  }
}
