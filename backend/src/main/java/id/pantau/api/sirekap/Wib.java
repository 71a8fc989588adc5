package id.pantau.api.sirekap;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as KPU writes them: Jakarta's (WIB), to the second, without a zone. */
final class Wib {
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Wib() {}

  static String of(OffsetDateTime time) {
    return FORMAT.format(time.withOffsetSameInstant(OFFSET));
  }

  /**
   * @param iso ISO-8601 with offset or {@code Z}
   */
  static String of(String iso) {
    return of(OffsetDateTime.parse(iso));
  }
}
