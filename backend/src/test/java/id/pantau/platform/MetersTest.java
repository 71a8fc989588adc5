package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MetersTest {
  private static int listeners() {
    LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    return logging.getTurboFilterList().size() + logging.getCopyOfListenerList().size();
  }

  /**
   * What still listened would keep the registry, and the whole node behind its gauges, for ever.
   */
  @Test
  void registry_closed_leavesNothingThatListensToTheLog() {
    int before = listeners();
    PrometheusMeterRegistry registry = Meters.registry();
    assertTrue(listeners() > before);
    assertTrue(registry.scrape().contains("logback_events_total"));
    registry.close();
    assertEquals(before, listeners());
  }
}
