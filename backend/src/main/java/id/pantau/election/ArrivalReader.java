package id.pantau.election;

import id.pantau.model.ArrivalPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code arrival.csv}: hours rising, shares from 0 to 1. */
final class ArrivalReader {
  private static final String HEADER = "hours,share";
  private static final int POINTS_MAX = 1_000;

  private ArrivalReader() {}

  static List<ArrivalPoint> read(Reader in, String file) throws IOException {
    BufferedReader lines = new BufferedReader(in);
    if (!HEADER.equals(lines.readLine())) {
      throw new Place(file, 1).refused("the header is not " + HEADER);
    }
    List<ArrivalPoint> points = new ArrayList<>();
    String line;
    for (int at = 2; (line = lines.readLine()) != null; at++) {
      ArrivalPoint point = point(line, new Place(file, at));
      boolean rises = points.isEmpty() || point.hours() > points.get(points.size() - 1).hours();
      if (!rises || points.size() == POINTS_MAX) {
        throw new Place(file, at)
            .refused("hours must rise, and there are at most " + POINTS_MAX + " lines");
      }
      points.add(point);
    }
    return points;
  }

  private static ArrivalPoint point(String line, Place place) {
    String[] cells = line.split(",", -1);
    try {
      double hours = Double.parseDouble(cells[0]);
      double share = cells.length == 2 ? Double.parseDouble(cells[1]) : -1;
      if (hours >= 0 && share >= 0 && share <= 1) {
        return new ArrivalPoint(hours, share);
      }
    } catch (NumberFormatException e) {
      throw place.refused("\"" + line + "\" is not hours,share");
    }
    throw place.refused("\"" + line + "\" is not hours,share");
  }
}
