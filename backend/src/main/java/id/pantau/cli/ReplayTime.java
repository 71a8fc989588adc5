package id.pantau.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line; the tallies are in WIB, so a time without an offset is too. */
final class ReplayTime implements ITypeConverter<Instant> {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  @Override
  public Instant convert(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      if (iso.length() == 10) {
        return LocalDate.parse(iso).atStartOfDay().toInstant(WIB);
      }
      return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(WIB);
    } catch (DateTimeException e) {
      throw new TypeConversionException(text + " is no time (2024-02-15T19:30:00+07:00)");
    }
  }
}
