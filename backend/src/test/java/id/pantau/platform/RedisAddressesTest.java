package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RedisAddressesTest {
  @Test
  void next_throughAllThatAreConfigured_beginsAnewWithTheSamePassword() {
    RedisAddresses at =
        new RedisAddresses("redis-cluster://:se%40cret@a.example:7000,10.0.0.2:7001");
    assertEquals("redis://:se%40cret@a.example:7000", at.uri());
    at.next();
    assertEquals("redis://:se%40cret@10.0.0.2:7001", at.uri());
    at.next();
    assertEquals("redis://:se%40cret@a.example:7000", at.uri());
  }

  @Test
  void follow_aServersWord_goesThereAndBackToThoseConfigured() {
    RedisAddresses at = new RedisAddresses("rediss-cluster://me:it@a:7000,b:7000/");
    at.follow("MOVED 515 10.0.0.9:7005");
    assertEquals("rediss://me:it@10.0.0.9:7005", at.uri());
    at.follow("MOVED 515 :7006");
    assertEquals("rediss://me:it@10.0.0.9:7006", at.uri());
    at.follow("MOVED 515 fd00::1:7000");
    assertEquals("rediss://me:it@[fd00::1]:7000", at.uri());
    at.next();
    assertEquals("rediss://me:it@b:7000", at.uri());
  }

  /** The function says MOVED too, of a log that has gone on: no address is in that. */
  @Test
  void isMoved_theFunctionsOwnWord_isNot() {
    assertFalse(RedisAddresses.isMoved("MOVED 3 17"));
    assertTrue(RedisAddresses.isMoved("MOVED 3999 127.0.0.1:6381"));
    assertFalse(RedisLink.saysSlotMoves("MOVED 3 17"));
    assertTrue(RedisLink.saysSlotMoves("ASK 3999 127.0.0.1:6381"));
    assertTrue(RedisLink.saysSlotMoves("TRYAGAIN Multiple keys request during rehashing of slot"));
    assertTrue(RedisLink.saysSlotMoves("CLUSTERDOWN Hash slot not served"));
    assertFalse(RedisLink.saysSlotMoves("RUN 1 7"));
  }

  @Test
  void address_thatCannotBeOne_isRefusedWithASentence() {
    for (String wrong :
        new String[] {
          "redis-cluster://",
          "redis-cluster://a",
          "redis-cluster://a:7000,",
          "redis-cluster://a:7000/1",
          "redis-cluster://a:7000,redis://b:7000",
          "redis-cluster://a:7000,:p@b:7000"
        }) {
      assertThrows(Refused.class, () -> new Settings.Redis(wrong, 1, 1, 1, 1), wrong);
    }
    assertFalse(new Settings.Redis("redis://a:7000", 1, 1, 1, 1).isCluster());
    assertTrue(new Settings.Redis("rediss-cluster://a:7000", 1, 1, 1, 1).isCluster());
  }
}
