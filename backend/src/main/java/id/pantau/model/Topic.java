package id.pantau.model;

/**
 * What a viewer can watch: one contest in one area, {@code ppwp/31}; with {@code children} also the
 * rows below it, {@code ppwp/31/children}.
 *
 * @param area the area's code
 */
public record Topic(String contest, String area, boolean children) {
  /** Reads {@code contest/area} or {@code contest/area/children}; null where it is neither. */
  public static @org.jspecify.annotations.Nullable Topic parse(String text) {
    String[] parts = text.split("/", -1);
    boolean children = parts.length == 3 && parts[2].equals("children");
    if (parts.length != 2 && !children) {
      return null;
    }
    return parts[0].isEmpty() || parts[1].isEmpty()
        ? null
        : new Topic(parts[0], parts[1], children);
  }

  @Override
  public String toString() {
    return contest + "/" + area + (children ? "/children" : "");
  }
}
