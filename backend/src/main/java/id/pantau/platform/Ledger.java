package id.pantau.platform;

import id.pantau.model.Act;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Totals;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was counted, for whoever copies all of it. What is handed out is cut off from the
 * count: it never changes, and reading it touches neither the count nor the board.
 */
public interface Ledger {
  /** Opens it; fails with {@link Showing.NotReady} while the board is loading. */
  Future<Copy> open();

  /** The whole, as the public may see it: acts that withhold a place are those of its opening. */
  interface Copy {
    /** Equal for two copies in which nothing differs; says nothing of its own. */
    String stamp();

    /** True where no form was counted yet. */
    boolean isEmpty();

    /**
     * Equal for two copies in which a province has the same forms, figures and acts; its own are
     * those of its opening.
     *
     * @param area index of an area of level 1
     */
    String stamp(int area);

    /** The acts that withhold a place, oldest first. */
    List<Act> withholding();

    /** The act that withholds an area, or one above it. */
    @Nullable Act withheld(int contest, int area);

    /** The act that withholds a station, or an area above it. */
    @Nullable Act withheld(int contest, Station station);

    /**
     * One contest of a province, as it is at this moment.
     *
     * @param area index of an area of level 1
     */
    Future<Province> province(int contest, int area);
  }

  /** One contest of a province at one position. May be read on any thread, by one at a time. */
  interface Province {
    Position position();

    /** As {@link Copy#stamp(int)}, of the moment at which it was cut off. */
    String stamp();

    /** The totals of an area of the province. */
    Totals area(int area);

    /** A station: both of it at once, for both are read from the same forms. */
    AtStation station(Station station);
  }

  /**
   * A station of a province.
   *
   * @param forms every one, the higher (generation, revision) behind the lower. Their order, and
   *     what is said of each, depends on the forms alone and not on the way in which they came
   */
  record AtStation(Totals totals, List<Entry> forms) {}

  /**
   * A form that was taken.
   *
   * @param held the position that first held it
   * @param hash of its content, 16 hex digits
   * @param status {@code counted}, {@code held}, {@code stored}, {@code withdrawn}; {@code
   *     superseded} where another one stands in its place
   * @param was what it was, or would have been, while it was the newest
   */
  record Entry(
      Form form,
      PackedForm.Envelope envelope,
      Position held,
      String hash,
      String status,
      String was) {}
}
