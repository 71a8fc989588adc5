package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Act;
import id.pantau.model.Method;
import id.pantau.platform.Submitters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What acts say of keys, over what the file says. */
class GrantedKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
  private final KeyFile file;

  GrantedKeysTest(@TempDir Path temp) {
    file = new KeyFile(temp, InstantSource.fixed(NOW));
  }

  private static Act act(Act.Kind kind, String id, int second, Submitters.Fresh key) {
    Act.Grant grant = new Act.Grant("Desa", key.hash(), List.of("11"), List.of("machine"));
    Instant since = NOW.plusSeconds(second);
    return new Act("a" + second, kind, null, id, "", Map.of(), since, null, "sita", grant);
  }

  private Keys settled(Act... acts) throws IOException {
    file.settle(new GrantedKeys(List.of(acts)));
    return new Keys(file);
  }

  @Test
  void settle_addedRotatedRevoked_onlyTheNewestKeySpeaksAndThenNone() throws IOException {
    Submitters book = new Keys(file).submitters();
    Submitters.Fresh first = book.fresh(List.of("11"), List.of("machine"));
    Submitters.Fresh second = book.fresh(List.of("11"), List.of("machine"));
    Act added = act(Act.Kind.SUBMITTER_ADDED, first.id(), 1, first);
    Act rotated = act(Act.Kind.SUBMITTER_ROTATED, first.id(), 2, second);
    Act revoked = act(Act.Kind.SUBMITTER_REVOKED, first.id(), 3, second);

    assertNotNull(settled(added).find("Bearer " + first.key()));
    Keys turned = settled(added, rotated);
    assertNull(turned.find("Bearer " + first.key()));
    assertNotNull(turned.find("Bearer " + second.key()));
    Keys none = settled(added, rotated, revoked);
    assertNull(none.find("Bearer " + first.key()));
    assertNull(none.find("Bearer " + second.key()));
    Submitters.Row row = none.submitters().all().get(0);
    assertEquals("Desa", row.label());
    assertEquals(NOW.plusSeconds(3).toString(), row.revoked());
    // An older log, heard again, revives nothing.
    assertNull(settled(added).find("Bearer " + first.key()));
  }

  @Test
  void settle_keyOfTheCommandLineIsRevoked_othersSpeakOn() throws IOException {
    String doomed = file.add(List.of("11"), EnumSet.of(Method.MACHINE));
    String other = file.add(List.of("12"), EnumSet.of(Method.MACHINE));
    String id = Objects.requireNonNull(new Keys(file).find("Bearer " + doomed)).id();
    Submitters.Fresh key = new Submitters.Fresh(id, doomed, Keys.hash(doomed));
    Keys keys = settled(act(Act.Kind.SUBMITTER_REVOKED, id, 1, key));
    assertNull(keys.find("Bearer " + doomed));
    assertNotNull(keys.find("Bearer " + other));
    assertTrue(keys.submitters().all().stream().anyMatch(r -> r.revoked() != null));
  }
}
