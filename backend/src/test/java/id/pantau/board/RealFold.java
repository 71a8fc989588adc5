package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Reason;
import id.pantau.model.Verdict;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import id.pantau.sirekap.Tallies;
import id.pantau.sirekap.TalliesReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bundled real forms as a board holds them, folded in the order they arrived. */
final class RealFold {
  private static final Path FORMS = Path.of("../config/elections/pemilu-2024/forms/ppwp.csv.gz");
  private static final Speaker ANYONE =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), true);

  private final Election election;
  private final Contest contest;
  private final Judge judge;
  private final Standing standing;
  private final Map<String, List<LogEntry.Logged>> waiting = new HashMap<>();
  private final int batchForms;
  private final @Nullable Consumer<Batch> follower;
  private long forms;
  private long foldNanos;

  private RealFold(Election election, int batchForms, @Nullable Consumer<Batch> follower) {
    this.follower = follower;
    this.election = election;
    this.contest = Objects.requireNonNull(election.contest("ppwp"));
    this.judge = new Judge(election);
    this.standing = new Standing(election);
    this.batchForms = batchForms;
    for (int province : election.areas().provinces()) {
      ProvinceFold fold = new ProvinceFold(election, province);
      standing.put(fold, 1);
      if (follower != null) {
        fold.note();
      }
    }
  }

  /**
   * Folds them in batches of so many forms of one province.
   *
   * @param full also a form like the first real ones for every station that has none
   */
  static RealFold of(Election election, int batchForms, boolean full) {
    return of(election, batchForms, full, null);
  }

  /**
   * The same, and every form is told to a follower.
   *
   * @param follower null where nobody follows
   */
  static RealFold of(
      Election election, int batchForms, boolean full, @Nullable Consumer<Batch> follower) {
    RealFold fold = new RealFold(election, batchForms, follower);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FORMS))) {
      List<Tallies.Arrival> all = TalliesReader.read(in, "ppwp", fold.contest).arrivals();
      for (Tallies.Arrival each : all) {
        fold.take(each.at().toEpochMilli(), each.form());
      }
      if (full) {
        fold.fill(all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fold;
  }

  Standing standing() {
    return standing;
  }

  long forms() {
    return forms;
  }

  /** CPU of this thread that the folding took, cold and warm together. */
  long foldNanos() {
    return foldNanos;
  }

  private void fill(List<Tallies.Arrival> patterns) {
    AreaTree tree = election.areas();
    int next = 0;
    long last = patterns.get(patterns.size() - 1).at().toEpochMilli();
    for (int province : tree.provinces()) {
      ContestStations known = standing.fold(province).stations(0);
      for (int slot = 0; slot < tree.stations(province); slot++) {
        if (known.newest(slot) == FormStore.NONE) {
          Form like = patterns.get(next++ % patterns.size()).form();
          take(last + next * 100L, at(like, tree.stationAt(province, slot).code()));
        }
      }
    }
  }

  private static Form at(Form like, String station) {
    return new Form(
        like.contest(),
        station,
        0,
        1,
        like.method(),
        like.recordedAt(),
        like.section(),
        like.votes(),
        like.valid(),
        like.invalid(),
        like.total(),
        like.registered(),
        like.users(),
        like.ballots(),
        like.images(),
        like.reason());
  }

  private void take(long atMillis, Form form) {
    Verdict verdict = judge.judge(form, ANYONE, Sightings.NONE);
    int outcome = verdict.outcome() == Verdict.Outcome.COUNTED ? LogEntry.COUNTED : LogEntry.HELD;
    byte[] packed =
        PackedForm.join(
            new PackedForm.Envelope(
                "demo", atMillis, verdict.outcome().ordinal(), verdict.codeBits(), null),
            FormContent.pack(form, contest));
    String province = form.station().substring(0, 2);
    List<LogEntry.Logged> batch = waiting.computeIfAbsent(province, p -> new ArrayList<>());
    batch.add(new LogEntry.Logged(outcome, packed));
    forms++;
    if (batch.size() == batchForms) {
      ProvinceFold fold = standing.fold(election.areas().find(province));
      Position after = new Position(1, fold.position().revision() + 1);
      LogEntry entry = new LogEntry(after, atMillis, new byte[0], List.copyOf(batch));
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      fold.apply(entry, 1);
      if (follower != null) {
        follower.accept(new Batch(fold.province(), false, fold.noted()));
      }
      foldNanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      batch.clear();
    }
  }
}
