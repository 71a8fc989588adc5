package id.pantau.board;

import id.pantau.model.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was written of an area up to now, to be read on any thread: taken on the board's
 * context, where nothing else writes.
 *
 * @param contest its place in the election
 * @param area its index
 * @param position the area's position: of now, or of the instant that was asked for
 * @param views one a province, in the order of codes; the area's own province alone below the
 *     nation
 */
record Past(int contest, int area, Position position, List<Timeline.View> views) {

  /** Everything until now. */
  static Past now(Standing standing, int contest, int area) {
    return of(standing, contest, area, standing.position(area));
  }

  /** The same with the position that the area had at an instant. */
  static Past at(Standing standing, int contest, int area, long atMillis) {
    return of(standing, contest, area, standing.positionAt(area, atMillis));
  }

  private static Past of(Standing standing, int contest, int area, Position position) {
    List<Timeline.View> views = new ArrayList<>();
    for (ProvinceFold fold : standing.folds(area)) {
      views.add(fold.timeline(contest).view());
    }
    return new Past(contest, area, position, List.copyOf(views));
  }

  /** The slots of the area in each view. */
  SlotRun slots(Standing standing) {
    return area == 0 ? SlotRun.ALL : SlotRun.of(standing.election().areas(), area);
  }
}
