package id.pantau.platform;

import id.pantau.model.Ballots;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The canonical bytes of a form's content, and its hash. */
public final class FormContent {
  static final int VERSION = 1;
  private static final int HASH_BYTES = 8;
  static final int NUMERIC_BYTES = 6;
  private static final int CODE_CHARS = 13;
  private static final long STATIONS_PER_PROVINCE = 100_000_000_000L;
  private static final String[] PROVINCES = provinces();
  private static final Reason.Kind[] KINDS = Reason.Kind.values();
  private static final Method[] METHODS = Method.values();
  private static final Form.Section[] SECTIONS = Form.Section.values();

  private FormContent() {}

  /** Only the key of a content: which form of which station it is, without the numbers. */
  public record Key(String contest, String station, int generation, int revision) {}

  /** Packs a form that passed R01…R04: votes go in ballot order. */
  public static byte[] pack(Form form, Contest contest) {
    Bytes out = new Bytes();
    out.u8(VERSION);
    packKey(out, form);
    OffsetDateTime at = form.recordedAt();
    boolean isNew = form.reason().equals(Reason.NEW);
    out.u8(
        form.method().ordinal()
            | form.section().ordinal() << 2
            | (at == null ? 0 : 0x10)
            | (isNew ? 0 : 0x20)
            | (form.ballots().isEmpty() ? 0 : 0x40)
            | (form.images().isEmpty() ? 0 : 0x80));
    if (at != null) {
      out.zigzag(at.toEpochSecond());
      out.varint(at.getNano());
      out.zigzag(at.getOffset().getTotalSeconds());
    }
    if (form.section() == Form.Section.VOTES) {
      contest
          .choices()
          .forEach(c -> out.varint(Objects.requireNonNull(form.votes().get(c.id()), c.id())));
    }
    packNumbers(out, administrative(form));
    if (!form.ballots().isEmpty()) {
      Ballots b = form.ballots();
      packNumbers(out, numbers(b.received(), b.used(), b.returned(), b.unused()));
    }
    if (!form.images().isEmpty()) {
      packImages(out, form.images());
    }
    if (!isNew) {
      packReason(out, form.reason());
    }
    return out.toArray();
  }

  /** Reads the key of packed content. */
  public static Key key(byte[] content) {
    return key(new Bytes.Reader(content, 1));
  }

  /** The first two characters of the station's code, of content that begins there. */
  static String province(byte[] packed, int from) {
    Bytes.Reader in = new Bytes.Reader(packed, from + 1);
    boolean numeric = (in.number() & 1) == 1;
    in.varint();
    return numeric
        ? PROVINCES[(int) (in.fixed(NUMERIC_BYTES) / STATIONS_PER_PROVINCE) % PROVINCES.length]
        : in.text().substring(0, 2);
  }

  private static String[] provinces() {
    String[] codes = new String[100];
    Arrays.setAll(codes, i -> (i < 10 ? "0" : "") + i);
    return codes;
  }

  /**
   * Reads packed content.
   *
   * @param contests contest id → contest, for the ballot order; null = a contest that is no more
   */
  public static Form unpack(byte[] content, Function<String, @Nullable Contest> contests) {
    if (content[0] != VERSION) {
      throw new IllegalArgumentException("packed form of unknown version " + content[0]);
    }
    Bytes.Reader in = new Bytes.Reader(content, 1);
    Key key = key(in);
    Contest contest = contests.apply(key.contest());
    if (contest == null) {
      throw new IllegalArgumentException("packed form of unknown contest " + key.contest());
    }
    int flags = in.u8();
    OffsetDateTime at = (flags & 0x10) == 0 ? null : time(in);
    Form.Section section = SECTIONS[flags >> 2 & 3];
    Map<String, Integer> votes = new LinkedHashMap<>();
    if (section == Form.Section.VOTES) {
      contest.choices().forEach(c -> votes.put(c.id(), in.number()));
    }
    @Nullable Integer[] adm = unpackNumbers(in, 18);
    @Nullable Integer[] ballots = (flags & 0x40) == 0 ? new Integer[4] : unpackNumbers(in, 4);
    List<Image> images = (flags & 0x80) == 0 ? List.of() : unpackImages(in);
    Reason reason = (flags & 0x20) == 0 ? Reason.NEW : unpackReason(in);
    return new Form(
        key.contest(),
        key.station(),
        key.generation(),
        key.revision(),
        METHODS[flags & 3],
        at,
        section,
        votes,
        adm[0],
        adm[1],
        adm[2],
        electors(adm, 3),
        new Users(electors(adm, 6), electors(adm, 9), electors(adm, 12), electors(adm, 15)),
        new Ballots(ballots[0], ballots[1], ballots[2], ballots[3]),
        images,
        reason);
  }

  /**
   * Reads only the votes of packed content, in ballot order; zeros where it has none.
   *
   * @param choices how many the contest has
   */
  public static int[] votes(byte[] content, int choices) {
    Bytes.Reader in = new Bytes.Reader(content, 1);
    skipKey(in);
    int flags = in.u8();
    int[] votes = new int[choices];
    if (SECTIONS[flags >> 2 & 3] != Form.Section.VOTES) {
      return votes;
    }
    if ((flags & 0x10) != 0) {
      in.varint();
      in.varint();
      in.varint();
    }
    for (int c = 0; c < choices; c++) {
      votes[c] = in.number();
    }
    return votes;
  }

  /** The first 8 bytes of SHA-256 over packed content: tells a repeat from a conflict. */
  public static byte[] hash(byte[] content) {
    try {
      byte[] full = MessageDigest.getInstance("SHA-256").digest(content);
      return java.util.Arrays.copyOf(full, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A hash of {@link #hash} as one number. */
  public static long hashAsLong(byte[] hash) {
    return new Bytes.Reader(hash, 0).fixed(HASH_BYTES);
  }

  private static void packKey(Bytes out, Form form) {
    String code = form.station();
    boolean numeric =
        code.length() == CODE_CHARS && code.chars().allMatch(c -> c >= '0' && c <= '9');
    out.varint(form.generation() << 1 | (numeric ? 1 : 0));
    out.varint(form.revision());
    if (numeric) {
      out.fixed(Long.parseLong(code), NUMERIC_BYTES);
    } else {
      out.text(code);
    }
    out.text(form.contest());
  }

  private static Key key(Bytes.Reader in) {
    int first = in.number();
    int revision = in.number();
    String station = (first & 1) == 1 ? zeroPadded(in.fixed(NUMERIC_BYTES)) : in.text();
    return new Key(in.text(), station, first >> 1, revision);
  }

  private static void skipKey(Bytes.Reader in) {
    boolean numeric = (in.number() & 1) == 1;
    in.varint();
    in.skip(numeric ? NUMERIC_BYTES : in.number());
    in.skip(in.number());
  }

  private static String zeroPadded(long code) {
    String digits = Long.toString(code);
    return "0".repeat(CODE_CHARS - digits.length()) + digits;
  }

  private static OffsetDateTime time(Bytes.Reader in) {
    long second = in.zigzag();
    int nano = in.number();
    int offsetSeconds = (int) in.zigzag();
    return Instant.ofEpochSecond(second, nano).atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds));
  }

  /** Sections V, I.A and I.B in the order of the bitmap. */
  private static @Nullable Integer[] administrative(Form f) {
    Electors r = f.registered();
    Users u = f.users();
    return numbers(
        f.valid(),
        f.invalid(),
        f.total(),
        r.all(),
        r.male(),
        r.female(),
        u.dpt().all(),
        u.dpt().male(),
        u.dpt().female(),
        u.dptb().all(),
        u.dptb().male(),
        u.dptb().female(),
        u.dpk().all(),
        u.dpk().male(),
        u.dpk().female(),
        u.all().all(),
        u.all().male(),
        u.all().female());
  }

  private static @Nullable Integer[] numbers(@Nullable Integer... values) {
    return values;
  }

  private static Electors electors(@Nullable Integer[] values, int from) {
    return new Electors(values[from], values[from + 1], values[from + 2]);
  }

  /** A bitmap of what is there, then the numbers. */
  private static void packNumbers(Bytes out, @Nullable Integer[] values) {
    long there = 0;
    for (int i = 0; i < values.length; i++) {
      there |= values[i] == null ? 0L : 1L << i;
    }
    out.varint(there);
    for (Integer value : values) {
      if (value != null) {
        out.varint(value);
      }
    }
  }

  private static @Nullable Integer[] unpackNumbers(Bytes.Reader in, int count) {
    long there = in.varint();
    @Nullable Integer[] values = new Integer[count];
    for (int i = 0; i < count; i++) {
      values[i] = (there >> i & 1) == 0 ? null : in.number();
    }
    return values;
  }

  private static void packImages(Bytes out, List<Image> images) {
    out.varint(images.size());
    for (Image image : images) {
      String url = image.url();
      String sha = image.sha256();
      out.varint((long) image.page() << 2 | (url == null ? 0 : 1) | (sha == null ? 0 : 2));
      if (url != null) {
        out.text(url);
      }
      if (sha != null) {
        out.raw(HexFormat.of().parseHex(sha));
      }
    }
  }

  private static List<Image> unpackImages(Bytes.Reader in) {
    int count = in.number();
    List<Image> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = in.number();
      String url = (first & 1) == 0 ? null : in.text();
      String sha = (first & 2) == 0 ? null : HexFormat.of().formatHex(in.raw(32));
      images.add(new Image(first >> 2, url, sha));
    }
    return images;
  }

  private static void packReason(Bytes out, Reason reason) {
    String note = reason.note();
    String cites = reason.cites();
    out.u8(reason.kind().ordinal() | (note == null ? 0 : 0x40) | (cites == null ? 0 : 0x80));
    if (note != null) {
      out.text(note);
    }
    if (cites != null) {
      out.text(cites);
    }
    packTexts(out, reason.codes());
    packTexts(out, reason.by());
  }

  private static Reason unpackReason(Bytes.Reader in) {
    int first = in.u8();
    String note = (first & 0x40) == 0 ? null : in.text();
    String cites = (first & 0x80) == 0 ? null : in.text();
    return new Reason(KINDS[first & 0x3f], note, unpackTexts(in), unpackTexts(in), cites);
  }

  private static void packTexts(Bytes out, List<String> texts) {
    out.varint(texts.size());
    texts.forEach(out::text);
  }

  private static List<String> unpackTexts(Bytes.Reader in) {
    int count = in.number();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.text());
    }
    return texts;
  }
}
