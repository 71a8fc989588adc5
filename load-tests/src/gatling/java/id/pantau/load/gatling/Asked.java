package id.pantau.load.gatling;

/** What a run is told by system properties, {@code -Dpantau.url=…}. */
final class Asked {
  private Asked() {}

  /** The node, {@code http://127.0.0.1:8080} where nothing else is said. */
  static String url() {
    return System.getProperty("pantau.url", "http://127.0.0.1:8080");
  }

  static int number(String name, int otherwise) {
    return Integer.getInteger("pantau." + name, otherwise);
  }
}
