package id.pantau.load.counting;

import id.pantau.count.Item;
import id.pantau.load.flood.Forms;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.model.Verdict;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What every design counts: judged forms in batches of one province, and what must come out.
 *
 * @param truth what the totals must be afterwards
 */
public record Load(List<Batch> batches, Truth truth, int forms) {
  /** Nothing to count. */
  public static final Load NONE = new Load(List.of(), new Truth(0), 0);

  private static final Speaker EVERYWHERE =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), false);
  private static final Instant RECEIVED = Instant.parse("2024-02-14T10:00:00Z");

  /**
   * Judges and packs forms; a batch leaves when it is full, what is left over leaves at the end.
   *
   * @param batchForms forms of a batch at most
   */
  public static Load of(Election election, Contest contest, Forms forms, int batchForms) {
    AreaTree tree = election.areas();
    Judge judge = new Judge(election);
    Truth truth = new Truth(contest.choices().size());
    Map<Integer, List<Item>> waiting = new LinkedHashMap<>();
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      Form form = forms.form().apply(i);
      Station station = Objects.requireNonNull(tree.station(form.station()));
      Verdict verdict = judge.judge(form, EVERYWHERE, Sightings.NONE);
      truth.add(tree, contest, station, form, verdict.outcome());
      List<Item> batch = waiting.computeIfAbsent(station.province(), p -> new ArrayList<>());
      batch.add(Item.of(new Submission(form, verdict, "bench", RECEIVED), contest, station));
      if (batch.size() == batchForms) {
        batches.add(batch(tree, station.province(), batch));
        waiting.remove(station.province());
      }
    }
    waiting.forEach((province, batch) -> batches.add(batch(tree, province, batch)));
    return new Load(List.copyOf(batches), truth, forms.size());
  }

  private static Batch batch(AreaTree tree, int province, List<Item> items) {
    int[] kecamatan =
        items.stream().mapToInt(i -> tree.area(i.station().village()).parent()).toArray();
    int[] kabupaten = new int[kecamatan.length];
    for (int i = 0; i < kecamatan.length; i++) {
      kabupaten[i] = tree.area(kecamatan[i]).parent();
    }
    return new Batch(
        province, tree.area(province).code(), List.copyOf(items), kecamatan, kabupaten);
  }

  /** What of it is in some provinces. */
  Load only(AreaTree tree, Set<Integer> provinces) {
    List<Batch> own = batches.stream().filter(b -> provinces.contains(b.province())).toList();
    return new Load(own, truth.only(tree, provinces), own.stream().mapToInt(Batch::size).sum());
  }

  /**
   * The batches dealt to senders so that all of a province go to one, in order; the sender with the
   * fewest gets the next largest province.
   */
  List<List<Batch>> dealt(int senders) {
    Map<Integer, List<Batch>> byProvince = new LinkedHashMap<>();
    batches.forEach(b -> byProvince.computeIfAbsent(b.province(), p -> new ArrayList<>()).add(b));
    Map<Integer, Integer> senderOf = new LinkedHashMap<>();
    int[] load = new int[senders];
    byProvince.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .forEach(
            province -> {
              int least = 0;
              for (int s = 1; s < senders; s++) {
                least = load[s] < load[least] ? s : least;
              }
              load[least] += province.getValue().size();
              senderOf.put(province.getKey(), least);
            });
    List<List<Batch>> dealt = new ArrayList<>();
    for (int s = 0; s < senders; s++) {
      dealt.add(new ArrayList<>());
    }
    batches.forEach(b -> dealt.get(Objects.requireNonNull(senderOf.get(b.province()))).add(b));
    return dealt;
  }
}
