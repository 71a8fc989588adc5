package id.pantau.load.layout;

/**
 * The names of a province's keys, as long as the product's.
 *
 * @param province its code
 */
record Keys(String province) {
  String position() {
    return tag() + "pos";
  }

  String log() {
    return tag() + "log";
  }

  String totals(int area) {
    return tag() + "ppwp:a" + area;
  }

  String records(Layout layout, int key) {
    return tag() + "ppwp:" + (layout.kind() == Layout.Kind.PROVINCE ? "rec" : "r" + key);
  }

  private String tag() {
    return "{pemilu-2024:" + province + "}";
  }
}
