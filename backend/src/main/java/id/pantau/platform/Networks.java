package id.pantau.platform;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Networks in CIDR notation, and addresses as bytes: 4 of IPv4, 16 of IPv6. */
final class Networks {
  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;
  private static final int MAPPED_BYTES = 12;
  private static final int BYTE = 0xff;

  private final List<Network> networks;

  /** The first bits of an address. */
  private record Network(byte[] start, int bits) {
    boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (address[i] != start[i]) {
          return false;
        }
      }
      int rest = bits % Byte.SIZE;
      int mask = (BYTE << (Byte.SIZE - rest)) & BYTE;
      return rest == 0 || (address[whole] & mask) == (start[whole] & mask);
    }
  }

  private Networks(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * @param list networks with commas between, {@code 10.0.0.0/8, 2001:db8::/32}; a bare address is
   *     a network of one
   * @param key of the configuration, for the error
   * @throws Refused with one sentence where one of them is none
   */
  static Networks of(String list, String key) {
    List<Network> networks = new ArrayList<>();
    for (String part : list.split(",")) {
      String text = part.strip();
      if (!text.isEmpty()) {
        networks.add(network(text, key));
      }
    }
    return new Networks(List.copyOf(networks));
  }

  private static Network network(String text, String key) {
    String[] halves = text.split("/", 2);
    byte[] start = address(halves[0]);
    int most = start == null ? 0 : start.length * Byte.SIZE;
    boolean isNumber = halves.length == 1 || halves[1].matches("[0-9]{1,3}");
    if (start == null || !isNumber) {
      throw noNetwork(text, key);
    }
    int bits = halves.length == 1 ? most : Integer.parseInt(halves[1]);
    if (bits > most) {
      throw noNetwork(text, key);
    }
    return new Network(start, bits);
  }

  private static Refused noNetwork(String text, String key) {
    return new Refused(
        "configuration: " + key + " is a list of networks, 10.0.0.0/8, 2001:db8::/32; not " + text);
  }

  boolean isEmpty() {
    return networks.isEmpty();
  }

  boolean contains(byte[] address) {
    for (Network network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The bytes of an address that is written out; an IPv4 address within IPv6 is IPv4. Null where
   * the text is none.
   */
  static byte @Nullable [] address(@Nullable String text) {
    byte[] bytes = text == null ? null : NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null || bytes.length != V6_BYTES) {
      return bytes;
    }
    for (int i = 0; i < MAPPED_BYTES; i++) {
      if (bytes[i] != (i < MAPPED_BYTES - 2 ? 0 : (byte) BYTE)) {
        return bytes;
      }
    }
    byte[] v4 = new byte[V4_BYTES];
    System.arraycopy(bytes, MAPPED_BYTES, v4, 0, V4_BYTES);
    return v4;
  }

  /** One number for all addresses that one subscriber has: an IPv4 address, or an IPv6 /64. */
  static long subscriber(byte[] address) {
    long number = 0;
    for (int i = 0; i < Math.min(address.length, Long.BYTES); i++) {
      number = (number << Byte.SIZE) | (address[i] & BYTE);
    }
    return number;
  }
}
