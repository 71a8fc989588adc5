package id.pantau.opendata;

/**
 * A column of a table.
 *
 * @param name in every format; in NDJSON a dot is a step into an object
 * @param says one sentence for the reader of {@code datapackage.json}
 */
record Column(String name, Type type, String says) {
  /** What a cell holds; an empty cell holds nothing, which is not zero. */
  enum Type {
    TEXT("string"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    TIME("datetime");

    private final String frictionless;

    Type(String frictionless) {
      this.frictionless = frictionless;
    }

    /** The type's name in a Table Schema. */
    String frictionless() {
      return frictionless;
    }
  }

  static Column text(String name, String says) {
    return new Column(name, Type.TEXT, says);
  }

  static Column integer(String name, String says) {
    return new Column(name, Type.INTEGER, says);
  }

  static Column yesNo(String name, String says) {
    return new Column(name, Type.BOOLEAN, says);
  }

  static Column time(String name, String says) {
    return new Column(name, Type.TIME, says);
  }
}
