package id.pantau.command.held;

import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.Batch;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a question about the queue of held forms costs: CPU of this thread, of many. */
final class HeldQueueBench {
  private static final int TIMES = 101;
  private static final Code[] RULES = {Code.T00, Code.T01, Code.T02, Code.T04, Code.T06, Code.T07};

  private HeldQueueBench() {}

  /** Argument: how many forms are held. */
  public static void main(String[] args) {
    int wanted = Integer.parseInt(args[0]);
    Election election = ElectionReader.packed("pemilu-2024");
    HeldQueue queue = filled(election, wanted);
    System.out.printf("%d forms are held%n", queue.size());
    for (String[] each :
        new String[][] {
          {"", "", ""}, {"ppwp", "", ""}, {"ppwp", "T01", ""}, {"", "", "32"}, {"", "T06", "3273"}
        }) {
      HeldFilter filter = HeldFilter.of(election, each[0], each[1], each[2]);
      time(queue, "first page of " + Arrays.toString(each), filter, 100, null);
      Held last = queue.page(filter, Integer.MAX_VALUE, null).rows().get(0);
      for (Held row : queue.page(filter, Integer.MAX_VALUE, null).rows()) {
        last = row;
      }
      time(queue, "after the last of " + Arrays.toString(each), filter, 100, last);
    }
    HeldFilter rare = HeldFilter.of(election, "", "T06", "91");
    Held first = queue.page(HeldFilter.of(election, "", "", ""), 1, null).rows().get(0);
    report("the next of a rare filter", () -> queue.next(rare, first) == null ? 0 : 1);
  }

  private static HeldQueue filled(Election election, int wanted) {
    HeldQueue queue = new HeldQueue(election);
    AreaTree tree = election.areas();
    Random random = new Random(20240214);
    int all = tree.stations(0);
    long at = 1_700_000_000_000L;
    for (int province : tree.provinces()) {
      List<Arrival> forms = new ArrayList<>();
      for (int slot = 0; slot < tree.stations(province); slot++) {
        if (random.nextInt(all) < wanted) {
          at += random.nextInt(2000) - 900;
          Code rule = RULES[random.nextInt(RULES.length)];
          forms.add(Came.held(slot, 1, at, rule, Code.A01, Code.W01));
        }
      }
      queue.take(new Batch(province, false, forms));
    }
    return queue;
  }

  private static void time(
      HeldQueue queue, String what, HeldFilter filter, int limit, @Nullable Held after) {
    report(what, () -> queue.page(filter, limit, after).total());
  }

  private static void report(String what, LongSupplier work) {
    long[] nanos = new long[TIMES];
    long kept = 0;
    for (int i = 0; i < TIMES; i++) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      kept += work.getAsLong();
      nanos[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-45s median %7.3f ms, largest %7.3f ms (%d)%n",
        what, nanos[TIMES / 2] / 1e6, nanos[TIMES - 1] / 1e6, kept / TIMES);
  }
}
