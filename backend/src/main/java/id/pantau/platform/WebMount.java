package id.pantau.platform;

/**
 * A room's part of the public port. It is called once for each event loop, on that event loop, so
 * what it makes there belongs to that loop alone.
 */
@FunctionalInterface
public interface WebMount {
  void mount(WebDoor door);
}
