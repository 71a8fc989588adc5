package id.pantau.platform;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where a program of ours may fetch from: https, and only addresses of the open net, asked after
 * the name was resolved. A caller connects to the address that was checked, not to the name again:
 * a name may say something else the second time.
 */
public final class PublicHosts {
  private static final int BYTE = 0xff;

  private PublicHosts() {}

  /** True for this machine, named as such; a name that only leads here is not. */
  public static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /**
   * The address to connect to. Blocks while the name is looked up.
   *
   * @param url https, or http to this machine where it is named as such
   * @throws Refused with one sentence that says what is wrong
   */
  public static InetAddress resolve(URI url) {
    String scheme = String.valueOf(url.getScheme());
    String host = url.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new Refused(url + " is no address (https://…)");
    }
    boolean own = isLoopback(host);
    if (url.getRawUserInfo() != null || (scheme.equals("http") && !own)) {
      throw new Refused(url + ": only https is fetched, without a name or password in it");
    }
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new Refused(host + " is not known");
    }
    for (InetAddress address : all) {
      if (!own && !isPublic(address)) {
        throw new Refused(
            host + " is " + address.getHostAddress() + ", which is no public address");
      }
    }
    return all[0];
  }

  /** False for addresses of this machine, of private nets and of special uses (RFC 6890). */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & BYTE;
    int second = bytes[1] & BYTE;
    if (address instanceof Inet4Address) {
      boolean special =
          first == 0
              || (first == 100 && second >= 64 && second < 128)
              || (first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2))
              || (first == 198 && (second == 18 || second == 19))
              || (first == 198 && second == 51 && bytes[2] == 100)
              || (first == 203 && second == 0 && bytes[2] == 113)
              || first >= 240;
      return !special;
    }
    // Only 2000::/3 is given out; in it 2001:db8::/32 is for examples, and 2001::/32 and 2002::/16
    // lead to an IPv4 address that was not looked at.
    boolean example = first == 0x20 && second == 1 && (bytes[2] & BYTE) == 0x0d;
    boolean tunnel =
        first == 0x20 && (second == 2 || (second == 1 && bytes[2] == 0 && bytes[3] == 0));
    return address instanceof Inet6Address && (first & 0xe0) == 0x20 && !example && !tunnel;
  }
}
