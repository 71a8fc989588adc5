package id.pantau.load.counting;

import id.pantau.load.redis.RedisSocket;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/** Sends units over several connections from one thread, some under way on each. */
final class Sending {
  private final List<Lane> lanes;
  private final int underWayMax;

  private static final class Lane {
    private final RedisSocket socket;
    private final List<Unit> units;
    private final ArrayDeque<Unit> underWay = new ArrayDeque<>();
    private int next;

    Lane(RedisSocket socket, List<Unit> units) {
      this.socket = socket;
      this.units = units;
    }

    boolean sends(int underWayMax) throws IOException {
      if (next == units.size()) {
        return false;
      }
      if (underWay.size() == underWayMax) {
        take();
      }
      Unit unit = units.get(next++);
      socket.send(unit.command());
      socket.flush();
      underWay.add(unit);
      return true;
    }

    void take() throws IOException {
      Unit unit = underWay.remove();
      for (int i = 0; i < unit.replies(); i++) {
        unit.check().take(i, socket.receive());
      }
    }
  }

  /**
   * @param units of each connection
   * @param underWayMax units of a connection that are not answered yet
   */
  Sending(List<RedisSocket> sockets, List<List<Unit>> units, int underWayMax) {
    this.underWayMax = underWayMax;
    this.lanes = new java.util.ArrayList<>();
    for (int i = 0; i < sockets.size(); i++) {
      lanes.add(new Lane(sockets.get(i), units.get(i)));
    }
  }

  /** Sends all and awaits every answer. */
  void run() throws IOException {
    boolean more = true;
    while (more) {
      more = false;
      for (Lane lane : lanes) {
        more |= lane.sends(underWayMax);
      }
    }
    for (Lane lane : lanes) {
      while (!lane.underWay.isEmpty()) {
        lane.take();
      }
    }
  }
}
