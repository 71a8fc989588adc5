package id.pantau.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is refused before any server is started. */
final class FanOutTest {
  private static String refusal(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine command = new CommandLine(new FanOut()).setErr(new PrintWriter(said));
    assertEquals(CommandLine.ExitCode.USAGE, command.execute(arguments));
    return said.toString();
  }

  @Test
  void topics_withAPeer_isRefused() {
    String said = refusal("--servers", "hub,nchan", "--topics", "1,8");
    assertTrue(said.startsWith("only our servers know topics"), said);
  }

  @Test
  void topics_noneOrMoreThanASocketMayWatch_isRefused() {
    for (String topics : new String[] {"0", "65"}) {
      String said = refusal("--servers", "hub", "--topics", topics);
      assertTrue(said.startsWith("a viewer watches 1 to 64 topics"), said);
    }
  }

  @Test
  void servers_hubJavaWithoutJava_isRefused() {
    String said = refusal("--servers", "hub,hub-java");
    assertTrue(said.startsWith("hub-java needs --java"), said);
  }
}
