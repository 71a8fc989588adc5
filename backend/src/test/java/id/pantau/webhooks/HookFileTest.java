package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HookFileTest {
  @TempDir private Path folder = Path.of("");

  private static Hook hook(String id) {
    return new Hook(
        id,
        "Kantor Berita",
        "https://news.example/hook",
        List.of("ppwp/0"),
        true,
        "2026-11-29T00:00:00Z",
        "siti",
        Hook.Secrets.fresh(),
        Hook.Standing.NEW);
  }

  @Test
  void written_isReadAgain_andOnlyItsOwnerMayRead() throws IOException {
    Instant now = Instant.parse("2026-11-29T00:00:00Z");
    Hook failing = hook("w-2").with(Hook.Standing.GOOD.failing(now).ended(now, "failed"));
    List<Hook> hooks = List.of(hook("w-1"), failing.with(failing.secrets().rotated(now)));
    assertEquals(List.of(), new HookFile(folder).read());
    new HookFile(folder).write(hooks);
    assertEquals(hooks, new HookFile(folder).read());
    Path file = folder.resolve("webhooks.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void broken_isRefused_withoutASecretInTheSentence() throws IOException {
    new HookFile(folder).write(List.of(hook("w-1"), hook("w-1")));
    Path file = folder.resolve("webhooks.json");
    String good = Files.readString(file);
    String secret = good.substring(good.indexOf("whsec_") + 6, good.indexOf("whsec_") + 30);
    for (String text :
        List.of(
            good,
            "{",
            "{}",
            "[]",
            good.replace("whsec_", "whsek_"),
            good.replace("\"acts\"", "\"axe\""),
            good + "x")) {
      Files.writeString(file, text);
      IOException why = assertThrows(IOException.class, () -> new HookFile(folder).read(), text);
      assertFalse(String.valueOf(why.getMessage()).contains(secret), why::toString);
    }
  }
}
