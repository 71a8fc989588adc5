package id.pantau.webhooks;

import id.pantau.platform.Settings;

/** Limits for tests: short waits, and this machine may be sent to. */
final class Limits {
  static final int RETRY_MILLIS = 40;

  private Limits() {}

  static Settings.Webhooks quick() {
    return answering(10_000);
  }

  /** The same with another time for the whole answer. */
  static Settings.Webhooks answering(int answerMillis) {
    return of(50, answerMillis);
  }

  /** The same with another rest between two messages of a topic. */
  static Settings.Webhooks pacing(int paceMillis) {
    return of(paceMillis, 10_000);
  }

  private static Settings.Webhooks of(int paceMillis, int answerMillis) {
    return new Settings.Webhooks(
        8, 64, paceMillis, 5_000, answerMillis, 4096, RETRY_MILLIS, 400, 1, 72, 24, true);
  }
}
