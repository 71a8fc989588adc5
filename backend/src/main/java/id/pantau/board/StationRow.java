package id.pantau.board;

import id.pantau.model.Form;
import id.pantau.rules.Figures;
import org.jspecify.annotations.Nullable;

/** What one counted form gives to the sums above it, as a row of its contest's {@link Layout}. */
final class StationRow {
  private StationRow() {}

  /** Fills a row of zeros. */
  static void fill(long[] row, Layout layout, Form form, int codeBits) {
    int choice = 0;
    for (int votes : form.votes().values()) {
      row[choice++] = votes;
    }
    row[layout.counted()] = 1;
    Figures figures = Figures.of(form, codeBits);
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
