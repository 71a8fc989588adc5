package id.pantau.load.viewer;

/** The server broke RFC 6455 or docs/wire-protocol.md §5; the message says how. */
final class ProtocolFault extends Exception {
  private static final long serialVersionUID = 1L;

  ProtocolFault(String message) {
    super(message);
  }
}
