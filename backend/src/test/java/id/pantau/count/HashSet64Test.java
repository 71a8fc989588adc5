package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The set against the JDK's, with the values that break such sets. */
final class HashSet64Test {
  @Test
  void add_randomNumbersSomeTwice_isAsTheJdksSet() {
    Random random = new Random(11);
    HashSet64 ours = new HashSet64();
    Set<Long> theirs = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      long n = random.nextInt(3) == 0 ? random.nextInt(5_000) : random.nextLong();
      assertEquals(theirs.contains(n), ours.contains(n));
      assertEquals(theirs.add(n), ours.add(n));
      assertEquals(theirs.size(), ours.size());
    }
    theirs.forEach(n -> assertTrue(ours.contains(n)));
  }

  @Test
  void withRoomFor_anyNumber_holdsThemAndMore() {
    for (int n : new int[] {0, 1, 767, 768, 769, 50_000}) {
      HashSet64 set = HashSet64.withRoomFor(n);
      for (long i = 0; i < 2L * n; i++) {
        assertTrue(set.add(i * 0x9E3779B97F4A7C15L));
      }
      assertEquals(2 * n, set.size());
    }
  }

  @Test
  void add_zeroAndTheExtremes_areMembersLikeAnyOther() {
    HashSet64 set = new HashSet64();
    for (long n : new long[] {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertFalse(set.contains(n));
      assertTrue(set.add(n));
      assertFalse(set.add(n));
      assertTrue(set.contains(n));
    }
    assertEquals(5, set.size());
  }

  @Test
  void add_numbersThatAllHashToOneSlot_areAllKept() {
    HashSet64 set = new HashSet64();
    for (long i = 1; i <= 3_000; i++) {
      assertTrue(set.add(i << 40));
    }
    for (long i = 1; i <= 3_000; i++) {
      assertTrue(set.contains(i << 40));
    }
    assertEquals(3_000, set.size());
  }
}
