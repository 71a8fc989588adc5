package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Showing.Receipts;
import org.junit.jupiter.api.Test;

final class TickReceiptsTest {
  private static final int FORMS = 10;
  private static final int TICKS = 10_000;

  @Test
  void take_nothingCame_isNone() {
    TickReceipts receipts = new TickReceipts();
    assertEquals(Receipts.NONE, receipts.take());
    receipts.add(0);
    assertEquals(Receipts.NONE, receipts.take(), "what was refilled came long ago");
    receipts.add(7);
    assertEquals(new Receipts(7, 7), receipts.take());
    assertEquals(Receipts.NONE, receipts.take(), "each tick begins anew");
  }

  /** A tenth each: a share off by a fifth of that would be six standard deviations. */
  @Test
  void take_ofMany_isTheOldestAndAnyOneAlike() {
    int[] taken = new int[FORMS + 1];
    TickReceipts receipts = new TickReceipts();
    for (int tick = 0; tick < TICKS; tick++) {
      for (int form = FORMS; form >= 1; form--) {
        receipts.add(form);
      }
      Receipts of = receipts.take();
      assertEquals(1, of.oldestMillis());
      taken[(int) of.anyMillis()]++;
    }
    for (int form = 1; form <= FORMS; form++) {
      assertTrue(
          Math.abs(taken[form] - TICKS / FORMS) < TICKS / FORMS / 5, form + ": " + taken[form]);
    }
  }
}
