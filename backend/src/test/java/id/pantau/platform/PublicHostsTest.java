package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicHostsTest {
  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "203.0.114.1, true",
    "2400:cb00::1, true",
    "127.0.0.1, false",
    "10.1.2.3, false",
    "172.31.0.1, false",
    "192.168.0.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "100.128.0.1, true",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "198.18.0.1, false",
    "203.0.113.9, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::1, false",
    "::ffff:10.0.0.1, false",
    "fe80::1, false",
    "fc00::1, false",
    "64:ff9b::a00:1, false",
    "2001:db8::1, false",
    "2001::1, false",
    "2002:a00:1::1, false"
  })
  void isPublic_saysSo(String address, boolean open) throws Exception {
    assertEquals(open, PublicHosts.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "https://a:b@8.8.8.8/",
        "https://10.0.0.1/",
        "https://[::ffff:127.0.0.1]/",
        "http://127.0.0.1.example.invalid/",
        "https://no-such-name.invalid/"
      })
  void resolve_whatMustNotBeFetched_isRefused(String url) {
    assertThrows(Refused.class, () -> PublicHosts.resolve(URI.create(url)));
  }

  @Test
  void resolve_thisMachineNamedAsSuch_isAllowed() {
    assertTrue(PublicHosts.resolve(URI.create("http://127.0.0.1:8080")).isLoopbackAddress());
    assertTrue(PublicHosts.resolve(URI.create("http://localhost:8080")).isLoopbackAddress());
  }
}
