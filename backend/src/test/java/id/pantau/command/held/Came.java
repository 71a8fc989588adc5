package id.pantau.command.held;

import id.pantau.model.Code;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.State;
import java.util.List;

/** Forms as the board tells of them. */
final class Came {
  private Came() {}

  static Arrival held(int slot, int revision, long atMillis, Code... codes) {
    return of(slot, State.HELD, false, revision, Method.MACHINE, atMillis, codes);
  }

  static Arrival counted(int slot, int revision, Method method) {
    return of(slot, State.COUNTED, false, revision, method, 1);
  }

  static Arrival beside(int slot, int revision, long atMillis) {
    return of(slot, State.COUNTED, true, revision, Method.MACHINE, atMillis);
  }

  static Arrival of(
      int slot,
      State state,
      boolean beside,
      int revision,
      Method method,
      long atMillis,
      Code... codes) {
    int bits = 0;
    for (Code code : List.of(codes)) {
      bits |= 1 << code.ordinal();
    }
    return new Arrival(
        0,
        slot,
        false,
        state,
        beside,
        0,
        revision,
        bits,
        method,
        "key",
        atMillis,
        atMillis,
        Position.START);
  }
}
