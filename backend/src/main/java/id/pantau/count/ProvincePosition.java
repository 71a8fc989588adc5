package id.pantau.count;

import id.pantau.model.Position;

/** The newest position of a province that this node knows of. Count's context only. */
final class ProvincePosition {
  private final String province;
  private Position seen;

  ProvincePosition(String province, Position seen) {
    this.province = province;
    this.seen = seen;
  }

  String province() {
    return province;
  }

  Position seen() {
    return seen;
  }

  void saw(Position position) {
    if (position.compareTo(seen) > 0) {
      seen = position;
    }
  }

  /** What to ask Redis for at least; nothing seen asks for nothing, for a first epoch is 1. */
  Position least() {
    return seen.equals(Position.START) ? new Position(0, 0) : seen;
  }
}
