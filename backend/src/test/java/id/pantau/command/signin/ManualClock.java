package id.pantau.command.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when a test says so. */
public final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-29T08:00:10Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
