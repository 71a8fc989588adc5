package id.pantau.load.flood;

import id.pantau.model.Form;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the node must publish more than before, known from the forms it said it counted. Any thread.
 */
public final class Expected {
  private static final int PROVINCE_CODE = 2;

  private final Map<String, Sums> areas = new TreeMap<>();
  private final Function<Form, @Nullable Form> replaced;

  /**
   * @param replaced the counted form that a form takes the place of, or null
   */
  public Expected(Function<Form, @Nullable Form> replaced) {
    this.replaced = replaced;
  }

  /** The node answered "counted". */
  synchronized void counted(Form form) {
    Form old = replaced.apply(form);
    for (String area : new String[] {"0", form.station().substring(0, PROVINCE_CODE)}) {
      Sums sums = areas.computeIfAbsent(area, a -> new Sums());
      sums.add(form.votes(), 1, 1);
      if (old != null) {
        sums.add(old.votes(), 1, -1);
      }
    }
  }

  /** The first area whose figures moved otherwise, in words; null where all is right. */
  public synchronized @Nullable String difference(
      Map<String, Sums> before, Map<String, Sums> after) {
    for (Map.Entry<String, Sums> area : after.entrySet()) {
      Sums moved = area.getValue().since(before.getOrDefault(area.getKey(), new Sums()));
      Sums wanted = areas.getOrDefault(area.getKey(), new Sums());
      if (!moved.same(wanted)) {
        return area.getKey() + " moved by " + moved + ", the answers say " + wanted;
      }
    }
    return null;
  }
}
