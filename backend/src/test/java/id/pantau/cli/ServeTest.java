package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.intake.KeyFile;
import id.pantau.model.Method;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F47: what must not start. */
final class ServeTest {
  private final Path folder;

  ServeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void check_defaults_start() {
    assertTrue(settings(Map.of()).node().has("command"));
    assertDoesNotThrow(() -> Serve.check(settings(Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"command", "command,board", "intake,count,command", "count,board,command"})
  void check_commandWithoutItsStages_isRefusedWithOneSentence(String roles) {
    String said = refusal(settings(Map.of("PANTAU_NODE_ROLES", roles)));
    assertTrue(said.startsWith("the role command needs intake, count and board"), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void check_commandBeyondLoopbackWithoutItsAddress_isRefused() throws IOException {
    new KeyFile(folder, InstantSource.system()).add(List.of("0"), EnumSet.of(Method.MACHINE));
    String said = refusal(settings(Map.of("PANTAU_NODE_HOST", "0.0.0.0")));
    assertTrue(said.contains("without command.publicUrl is refused"), said);
    Settings https =
        settings(
            Map.of(
                "PANTAU_NODE_HOST",
                "0.0.0.0",
                "PANTAU_COMMAND_PUBLICURL",
                "https://pusat.example"));
    assertDoesNotThrow(() -> Serve.check(https));
    Settings without =
        settings(Map.of("PANTAU_NODE_HOST", "0.0.0.0", "PANTAU_NODE_ROLES", "intake,count,board"));
    assertDoesNotThrow(() -> Serve.check(without));
  }

  @Test
  void check_webhooksToThisMachineBeyondLoopback_areRefused() {
    Map<String, String> own = Map.of("PANTAU_WEBHOOKS_ALLOWLOOPBACK", "true");
    assertTrue(settings(own).webhooks().allowLoopback());
    assertDoesNotThrow(() -> Serve.check(settings(own)));
    String said =
        refusal(
            settings(
                Map.of(
                    "PANTAU_WEBHOOKS_ALLOWLOOPBACK",
                    "true",
                    "PANTAU_NODE_HOST",
                    "0.0.0.0",
                    "PANTAU_NODE_ROLES",
                    "board,api")));
    assertTrue(said.startsWith("webhooks.allowLoopback with --host 0.0.0.0 is refused"), said);
  }

  private Settings settings(Map<String, String> environment) {
    Settings read = SettingsReader.read(null, environment);
    return read.withNode(read.node().withData(folder.toString()));
  }

  private static String refusal(Settings settings) {
    Refused refused = assertThrows(Refused.class, () -> Serve.check(settings));
    return String.valueOf(refused.getMessage());
  }
}
