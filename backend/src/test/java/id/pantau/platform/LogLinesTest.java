package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

final class LogLinesTest {
  private final LoggerContext context = new LoggerContext();

  @Test
  void event_isOneLineOnStandardError() {
    assertEquals(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY, new LogLines().configure(context));
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    var appender = assertInstanceOf(ConsoleAppender.class, root.getAppender("STDERR"));
    assertEquals("System.err", appender.getTarget());
    assertTrue(appender.isStarted());
    var encoder = assertInstanceOf(PatternLayoutEncoder.class, appender.getEncoder());
    var logger = context.getLogger("id.pantau.platform.Thing");
    Object[] forms = {3};
    var event = new LoggingEvent("", logger, Level.WARN, "the journal holds {} forms", null, forms);
    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
    String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)";
    String rest = " WARN  i\\.p\\.platform\\.Thing the journal holds 3 forms\\R";
    assertTrue(line.matches(time + rest), line);
  }

  @Test
  void librariesThatTalk_areHeardWhenItMatters() {
    new LogLines().configure(context);
    assertEquals(Level.WARN, context.getLogger("io.netty.channel").getEffectiveLevel());
    assertEquals(
        Level.ERROR,
        context.getLogger("io.micrometer.core.instrument.MeterRegistry").getEffectiveLevel());
    assertEquals(Level.INFO, context.getLogger(Logger.ROOT_LOGGER_NAME).getEffectiveLevel());
  }

  @Test
  void fileOfTheOperator_comesInItsPlace() {
    System.setProperty("logback.configurationFile", "other.xml");
    try {
      assertEquals(ExecutionStatus.INVOKE_NEXT_IF_ANY, new LogLines().configure(context));
    } finally {
      System.clearProperty("logback.configurationFile");
    }
    assertFalse(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().hasNext());
  }

  @Test
  void logback_findsIt() {
    assertTrue(
        ServiceLoader.load(ch.qos.logback.classic.spi.Configurator.class).stream()
            .anyMatch(each -> each.type().equals(LogLines.class)));
  }
}
