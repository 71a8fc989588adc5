package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Method;
import id.pantau.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T14:00:00.123Z"));

  private final Path temp;

  KeysTest(@TempDir Path temp) {
    this.temp = temp;
  }

  private KeyFile file() {
    return new KeyFile(temp.resolve("data"), CLOCK);
  }

  private Path json() {
    return temp.resolve("data").resolve("keys.json");
  }

  private static Submitter find(Keys keys, String key) {
    Submitter submitter = keys.find("Bearer " + key);
    assertNotNull(submitter);
    return submitter;
  }

  @Test
  void add_newKey_isFoundWithWhatItAllows() throws IOException {
    String key = file().add(List.of("11", "3171"), EnumSet.of(Method.SINGLE, Method.MACHINE));
    Submitter submitter = find(new Keys(file()), key);
    assertTrue(submitter.id().matches("s-[0-9a-f]{12}"), submitter.id());
    assertEquals(List.of("11", "3171"), submitter.speaker().areas());
    assertEquals(Set.of(Method.MACHINE, Method.SINGLE), submitter.speaker().methods());
    assertFalse(submitter.speaker().decides());
    assertFalse(submitter.speaker().reasons().contains(Reason.Kind.DECISION));
    assertTrue(submitter.speaker().reasons().contains(Reason.Kind.WITHDRAWN));
  }

  @Test
  void add_newKey_is256BitsAndStoredOnlyAsHash() throws IOException {
    String key = file().add(List.of("0"), EnumSet.of(Method.MACHINE));
    assertTrue(key.matches("pk_[A-Za-z0-9_-]{43}"), key);
    assertNotEquals(key, file().add(List.of("0"), EnumSet.of(Method.MACHINE)));
    String stored = Files.readString(json());
    assertFalse(stored.contains(key.substring(3)));
    assertTrue(stored.contains(Keys.hash(key)));
    assertTrue(stored.contains("\"created\" : \"2026-11-21T14:00:00Z\""), stored);
  }

  @Test
  void add_file_isTheOwnersAloneAndLeavesNothingBeside() throws IOException {
    file().add(List.of("0"), EnumSet.of(Method.MACHINE));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(json())));
    try (Stream<Path> files = Files.list(temp.resolve("data"))) {
      assertEquals(
          List.of("keys.json", "keys.json.lock"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void add_fromManyThreads_losesNoKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> keys = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        keys.add(threads.submit(() -> file().add(List.of("0"), EnumSet.of(Method.MACHINE))));
      }
      Keys all = new Keys(file());
      for (Future<String> key : keys) {
        String text = key.get();
        all.reload();
        assertNotNull(all.find("Bearer " + text));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "111", "1101 ", "11010", "ab", "11,31", "*", "12345678901"})
  void add_areaThatIsNone_isRefusedAndWritesNothing(String area) {
    assertThrows(
        IllegalArgumentException.class,
        () -> file().add(List.of("11", area), EnumSet.of(Method.MACHINE)));
    assertFalse(Files.exists(json()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "99AA", "110101", "1101012001", "1101012001001"})
  void add_areaOfEveryLevel_isTaken(String area) throws IOException {
    String key = file().add(List.of(area), EnumSet.of(Method.MACHINE));
    assertEquals(List.of(area), find(new Keys(file()), key).speaker().areas());
  }

  @Test
  void add_nothingGiven_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> file().add(List.of(), EnumSet.of(Method.MACHINE)));
    assertThrows(
        IllegalArgumentException.class,
        () -> file().add(List.of("0"), EnumSet.noneOf(Method.class)));
  }

  @Test
  void find_anythingButAKnownKey_isNull() throws IOException {
    String key = file().add(List.of("0"), EnumSet.of(Method.MACHINE));
    Keys keys = new Keys(file());
    assertNotNull(keys.find("bearer " + key));
    for (@Nullable String none :
        new @Nullable String[] {
          null,
          "",
          "Bearer",
          "Bearer ",
          key,
          "Basic " + key,
          "Bearer " + key + "x",
          "Bearer " + key.substring(0, key.length() - 1),
          "Bearer " + Keys.hash(key),
          "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
          "Bearer " + "x".repeat(100_000)
        }) {
      assertNull(keys.find(none), none);
    }
  }

  @Test
  void reload_newAndRevokedKeys_areHonouredAndForgotten() throws IOException {
    Keys keys = new Keys(file());
    assertTrue(keys.isEmpty());
    String first = file().add(List.of("0"), EnumSet.of(Method.MACHINE));
    keys.reload();
    find(keys, first);
    String second = file().add(List.of("0"), EnumSet.of(Method.MACHINE));
    keys.reload();
    find(keys, first);
    find(keys, second);
    Files.delete(json());
    keys.reload();
    assertNull(keys.find("Bearer " + first));
    assertTrue(keys.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        "{\"submitters\":[null]}",
        "{\"submitters\":[{}]}",
        "{\"submitters\":[],\"more\":1}",
        "{\"submitters\":[]} x",
        "{\"submitters\":[{\"id\":\"a\",\"hash\":\"00\",\"areas\":[\"0\"],\"methods\":[\"machine\"],"
            + "\"decides\":false,\"created\":\"\"}]}",
        "{\"submitters\":[{\"id\":\"a\",\"hash\":\"HASH\",\"areas\":[\"1\"],"
            + "\"methods\":[\"machine\"],\"decides\":false,\"created\":\"\"}]}",
        "{\"submitters\":[{\"id\":\"a\",\"hash\":\"HASH\",\"areas\":[\"0\"],"
            + "\"methods\":[\"guess\"],\"decides\":false,\"created\":\"\"}]}",
        "{\"submitters\":[{\"id\":\"a\",\"hash\":\"HASH\",\"areas\":[],"
            + "\"methods\":[\"machine\"],\"decides\":false,\"created\":\"\"}]}"
      })
  void reload_brokenFile_keepsTheOldKeysAndKeygenRefuses(String text) throws IOException {
    String key = file().add(List.of("0"), EnumSet.of(Method.MACHINE));
    Keys keys = new Keys(file());
    Files.writeString(json(), text.replace("HASH", "0".repeat(64)));
    keys.reload();
    find(keys, key);
    assertThrows(IOException.class, () -> file().add(List.of("0"), EnumSet.of(Method.MACHINE)));
    assertEquals(text.replace("HASH", "0".repeat(64)), Files.readString(json()));
  }
}
