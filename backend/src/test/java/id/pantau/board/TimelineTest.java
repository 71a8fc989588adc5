package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private static long[] sum(Timeline.View view, long untilMillis) {
    long[] sums = new long[Timeline.width(view.choices())];
    Walk walk = Walk.of(view, SlotRun.ALL, untilMillis);
    while (walk.next()) {
      for (int f = 0; f < sums.length; f++) {
        sums[f] += walk.moved()[f];
      }
    }
    return sums;
  }

  /** A view is handed to another thread while the next rows go into the same chunks. */
  @Test
  void view_readWhileMoreIsWritten_isWhatItWas() throws Exception {
    Random random = new Random(1);
    Timeline timeline = new Timeline(2);
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<long[]>> read = new ArrayList<>();
      List<long[]> expected = new ArrayList<>();
      long[] now = new long[6];
      for (int row = 0; row < 60_000; row++) {
        int[] votes = {random.nextInt(400), random.nextInt(9_999_999)};
        boolean counted = random.nextBoolean();
        timeline.add(
            row / 3,
            row / 3 - random.nextInt(2),
            row % 1_000,
            Timeline.NOTHING,
            new int[0],
            counted ? Timeline.COUNTED : Timeline.HELD,
            votes);
        for (int c = 0; c < 2; c++) {
          now[c] += counted ? votes[c] : 0;
          now[4 + c] += votes[c];
        }
        now[counted ? 2 : 3]++;
        if (row % 300 == 299) {
          Timeline.View view = timeline.view();
          expected.add(now.clone());
          read.add(readers.submit(() -> sum(view, Long.MAX_VALUE)));
        }
      }
      for (int v = 0; v < read.size(); v++) {
        assertEquals(boxed(expected.get(v)), boxed(read.get(v).get()));
      }
    } finally {
      readers.shutdownNow();
    }
  }

  @Test
  void add_aFormThatReplacesAnother_takesItsNumbersOut() {
    Timeline timeline = new Timeline(2);
    timeline.add(10, 10, 7, Timeline.NOTHING, new int[0], Timeline.COUNTED, new int[] {5, 300});
    timeline.add(10, 9, 8, Timeline.NOTHING, new int[0], Timeline.HELD, new int[] {1, 2});
    timeline.add(20, 20, 7, Timeline.COUNTED, new int[] {5, 300}, Timeline.HELD, new int[] {4, 4});
    timeline.add(30, 30, 7, Timeline.HELD, new int[] {4, 4}, Timeline.NOTHING, new int[0]);
    Timeline.View view = timeline.view();
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L), boxed(sum(view, 9)));
    assertEquals(List.of(5L, 300L, 1L, 1L, 6L, 302L), boxed(sum(view, 10)));
    assertEquals(List.of(0L, 0L, 0L, 2L, 5L, 6L), boxed(sum(view, 29)));
    assertEquals(List.of(0L, 0L, 0L, 1L, 1L, 2L), boxed(sum(view, 30)));
  }

  /** A log that lies about a number is told by its sums; the rows behind must stay readable. */
  @Test
  void add_negativeVotes_doNotBreakWhatFollows() {
    Timeline timeline = new Timeline(1);
    timeline.add(10, 10, 1, Timeline.NOTHING, new int[0], Timeline.HELD, new int[] {-5});
    timeline.add(11, 11, 2, Timeline.NOTHING, new int[0], Timeline.COUNTED, new int[] {9});
    assertEquals(9, sum(timeline.view(), 11)[0]);
  }

  private static List<Long> boxed(long[] row) {
    List<Long> all = new ArrayList<>();
    for (long each : row) {
      all.add(each);
    }
    return all;
  }
}
