package id.pantau.platform;

/** A start that is refused; the message is the one sentence the person at the terminal needs. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }
}
