package id.pantau.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Station;
import java.util.Arrays;
import java.util.Objects;

/**
 * What is added up of a packed form, read in one go and without an object: a board that starts
 * reads every form there is. It holds the numbers of the form that was {@link #read} last. Not
 * thread-safe.
 *
 * <p>A form that {@link FormContent#unpack} cannot read is refused here too, its images and reasons
 * included: what stands in the sums must be showable.
 */
public final class PackedNumbers {
  private static final Method[] METHODS = Method.values();
  private static final Form.Section[] SECTIONS = Form.Section.values();
  private static final int KINDS = Reason.Kind.values().length;
  private static final int OFFSET_SECONDS_MAX = 18 * 60 * 60;
  private static final int STATIONS_PER_VILLAGE = 1_000;
  private static final int FIGURES = 18;
  private static final int BALLOTS = 4;
  private static final int SHA256_BYTES = 32;

  private static final int VALID = 0;
  private static final int INVALID = 1;
  private static final int REGISTERED = 3;
  private static final int USERS = 15;

  private final AreaTree tree;
  private final byte[][] contestIds;
  private final int[][] votesOf;
  private final int[] figures = new int[FIGURES];
  private byte[] submitterBytes = {};
  private String submitter = "";
  private int contest;
  private int village;
  private int slot;
  private int generation;
  private int revision;
  private int flags;
  private int codeBits;
  private int there;
  private long receivedAtMillis;
  private boolean refilled;

  public PackedNumbers(Election election) {
    this.tree = election.areas();
    int contests = election.contests().size();
    contestIds = new byte[contests][];
    votesOf = new int[contests][];
    for (int c = 0; c < contests; c++) {
      contestIds[c] = election.contests().get(c).id().getBytes(UTF_8);
      votesOf[c] = new int[election.contests().get(c).choices().size()];
    }
  }

  /**
   * Reads a form.
   *
   * @throws RuntimeException where it cannot be read, or is of a contest or station that the
   *     election lacks
   */
  public void read(byte[] packed) {
    Bytes.Reader in = new Bytes.Reader(packed, 0);
    refilled = (in.u8() & 0x80) != 0;
    receivedAtMillis = in.fixed(6);
    codeBits = (int) in.varint();
    submitter(in, packed);
    if (refilled) {
      in.varint();
      in.varint();
    }
    if (in.u8() != FormContent.VERSION) {
      throw new IllegalArgumentException("packed form of unknown version");
    }
    key(in, packed);
    flags = in.u8();
    Objects.checkIndex(flags & 3, METHODS.length);
    Objects.checkIndex(flags >> 2 & 3, SECTIONS.length);
    if ((flags & 0x10) != 0) {
      time(in);
    }
    votes(in);
    there = (int) in.varint();
    for (int i = 0; i < FIGURES; i++) {
      figures[i] = (there >> i & 1) == 0 ? 0 : in.number();
    }
    rest(in);
  }

  /** Few keys send many forms: each name is made once while it comes again. */
  private void submitter(Bytes.Reader in, byte[] packed) {
    int length = in.number();
    int from = in.at();
    in.skip(length);
    if (!Arrays.equals(packed, from, from + length, submitterBytes, 0, submitterBytes.length)) {
      submitterBytes = Arrays.copyOfRange(packed, from, from + length);
      submitter = new String(submitterBytes, UTF_8);
    }
  }

  private void key(Bytes.Reader in, byte[] packed) {
    int first = in.number();
    generation = first >> 1;
    revision = in.number();
    if ((first & 1) == 1) {
      long code = in.fixed(FormContent.NUMERIC_BYTES);
      village = tree.village(code / STATIONS_PER_VILLAGE);
      slot = village < 0 ? -1 : tree.slot(village, (int) (code % STATIONS_PER_VILLAGE));
    } else {
      Station station = tree.station(in.text());
      village = station == null ? -1 : station.village();
      slot = station == null ? -1 : station.slot();
    }
    if (slot < 0) {
      throw new IllegalArgumentException("packed form of a station that the election lacks");
    }
    int length = in.number();
    int from = in.at();
    in.skip(length);
    contest = contest(packed, from, from + length);
  }

  /** A batch is of one contest: it is likely the one before. */
  private int contest(byte[] packed, int from, int to) {
    if (Arrays.equals(packed, from, to, contestIds[contest], 0, contestIds[contest].length)) {
      return contest;
    }
    for (int c = 0; c < contestIds.length; c++) {
      if (Arrays.equals(packed, from, to, contestIds[c], 0, contestIds[c].length)) {
        return c;
      }
    }
    throw new IllegalArgumentException("packed form of a contest that the election lacks");
  }

  private static void time(Bytes.Reader in) {
    long second = in.zigzag();
    in.number();
    long offset = in.zigzag();
    if (Math.abs(offset) > OFFSET_SECONDS_MAX || Math.abs(second) > Integer.MAX_VALUE * 100L) {
      throw new IllegalArgumentException("packed form of no time there is");
    }
  }

  private void votes(Bytes.Reader in) {
    int[] votes = votesOf[contest];
    if (section() == Form.Section.VOTES) {
      for (int c = 0; c < votes.length; c++) {
        votes[c] = in.number();
      }
    } else {
      Arrays.fill(votes, 0);
    }
  }

  /** Steps over ballots, images and reason. */
  private void rest(Bytes.Reader in) {
    if ((flags & 0x40) != 0) {
      int written = (int) in.varint();
      for (int i = 0; i < BALLOTS; i++) {
        if ((written >> i & 1) != 0) {
          in.number();
        }
      }
    }
    if ((flags & 0x80) != 0) {
      for (int images = in.number(); images > 0; images--) {
        int first = in.number();
        if ((first & 1) != 0) {
          in.skip(in.number());
        }
        if ((first & 2) != 0) {
          in.skip(SHA256_BYTES);
        }
      }
    }
    if ((flags & 0x20) != 0) {
      reason(in);
    }
  }

  private static void reason(Bytes.Reader in) {
    int first = in.u8();
    Objects.checkIndex(first & 0x3f, KINDS);
    int texts = (first >> 6 & 1) + (first >> 7 & 1);
    for (int i = 0; i < texts; i++) {
      in.skip(in.number());
    }
    for (int lists = 0; lists < 2; lists++) {
      for (int i = in.number(); i > 0; i--) {
        in.skip(in.number());
      }
    }
  }

  /** The contest's place in the election. */
  public int contest() {
    return contest;
  }

  /** Index of the station's area of level 4. */
  public int village() {
    return village;
  }

  /** The station's place within its province. */
  public int slot() {
    return slot;
  }

  public int generation() {
    return generation;
  }

  public int revision() {
    return revision;
  }

  public Method method() {
    return METHODS[flags & 3];
  }

  private Form.Section section() {
    return SECTIONS[flags >> 2 & 3];
  }

  /** The findings, bit = ordinal of {@link id.pantau.model.Code}. */
  public int codeBits() {
    return codeBits;
  }

  public String submitter() {
    return submitter;
  }

  /** The server's clock at receipt. */
  public long receivedAtMillis() {
    return receivedAtMillis;
  }

  /** True where it was given back from a journal. */
  public boolean isRefilled() {
    return refilled;
  }

  /**
   * In ballot order, zeros where the form has none; overwritten by the next form of the contest.
   */
  public int[] votes() {
    return votesOf[contest];
  }

  public boolean hasValid() {
    return has(VALID);
  }

  /** 0 where the form has none, as with the next three. */
  public int valid() {
    return figures[VALID];
  }

  public boolean hasInvalid() {
    return has(INVALID);
  }

  public int invalid() {
    return figures[INVALID];
  }

  public boolean hasRegistered() {
    return has(REGISTERED);
  }

  public int registered() {
    return figures[REGISTERED];
  }

  public boolean hasUsers() {
    return has(USERS);
  }

  public int users() {
    return figures[USERS];
  }

  private boolean has(int figure) {
    return (there >> figure & 1) != 0;
  }
}
