package id.pantau.board;

import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import id.pantau.platform.PackedNumbers;
import id.pantau.rules.Figures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the form that stands gives to the sums above it, as a row of its contest's layout. */
final class StationRow {
  private StationRow() {}

  /**
   * The row of a station.
   *
   * @param packed the form that stands; null where none does
   */
  static long[] of(Layout layout, StationState state, byte @Nullable [] packed, Election election) {
    if (packed == null || !(state == StationState.COUNTED || state == StationState.HELD)) {
      return new long[layout.width()];
    }
    Form form = FormContent.unpack(PackedForm.content(packed), election::contest);
    return of(layout, state, form, packed);
  }

  /**
   * The same of a form that was unpacked already.
   *
   * @param packed the same form
   */
  static long[] of(Layout layout, StationState state, Form form, byte[] packed) {
    long[] row = new long[layout.width()];
    boolean counted = state == StationState.COUNTED;
    if (!(counted || state == StationState.HELD)) {
      return row;
    }
    votes(row, layout.sent(), form);
    if (counted) {
      votes(row, 0, form);
      row[layout.counted()] = 1;
      figures(row, layout, Figures.of(form, PackedForm.envelope(packed).codeBits()));
    } else {
      row[layout.held()] = 1;
    }
    return row;
  }

  /**
   * The same of a form that was read without being unpacked.
   *
   * @param row is written over
   */
  static long[] of(Layout layout, StationState state, PackedNumbers form, long[] row) {
    Arrays.fill(row, 0);
    boolean counted = state == StationState.COUNTED;
    if (!(counted || state == StationState.HELD)) {
      return row;
    }
    int[] votes = form.votes();
    for (int c = 0; c < votes.length; c++) {
      row[layout.sent() + c] = votes[c];
      row[c] = counted ? votes[c] : 0;
    }
    row[counted ? layout.counted() : layout.held()] = 1;
    if (counted) {
      figures(row, layout, form);
    }
    return row;
  }

  private static void figures(long[] row, Layout layout, PackedNumbers form) {
    int failed = form.codeBits();
    boolean registered = form.hasRegistered() && Figures.keepsRegistered(failed);
    boolean users = form.hasUsers() && Figures.keepsUsers(failed);
    figure(row, layout.valid(), form.hasValid() && Figures.keepsValid(failed), form.valid());
    figure(
        row, layout.invalid(), form.hasInvalid() && Figures.keepsInvalid(failed), form.invalid());
    figure(row, layout.registered(), registered, form.registered());
    figure(row, layout.users(), users, form.users());
    if (registered && users) {
      row[layout.turnoutUsers()] = form.users();
      row[layout.turnoutRegistered()] = form.registered();
      row[layout.turnoutStations()] = 1;
    }
  }

  private static void figure(long[] row, int at, boolean enters, int value) {
    if (enters) {
      row[at] = value;
      row[at + 1] = 1;
    }
  }

  private static void votes(long[] row, int from, Form form) {
    int at = from;
    for (int votes : form.votes().values()) {
      row[at++] = votes;
    }
  }

  private static void figures(long[] row, Layout layout, Figures figures) {
    Integer registered = figures.registered();
    Integer users = figures.users();
    figure(row, layout.valid(), figures.valid());
    figure(row, layout.invalid(), figures.invalid());
    figure(row, layout.registered(), registered);
    figure(row, layout.users(), users);
    if (registered != null && users != null) {
      row[layout.turnoutUsers()] = users;
      row[layout.turnoutRegistered()] = registered;
      row[layout.turnoutStations()] = 1;
    }
  }

  private static void figure(long[] row, int at, @Nullable Integer value) {
    if (value != null) {
      row[at] = value;
      row[at + 1] = 1;
    }
  }
}
