package id.pantau.board;

import id.pantau.model.Position;
import id.pantau.platform.Showing;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the changes has come: a position a province. Opaque outside, the same on
 * every node, for positions are.
 */
final class Cursor {
  private final Position[] positions;

  private Cursor(Position[] positions) {
    this.positions = positions;
  }

  /**
   * Reads a cursor; null is the beginning.
   *
   * @throws Showing.Unknown where it is none of ours
   */
  static Cursor parse(@Nullable String text, int provinces) {
    Position[] positions = new Position[provinces];
    Arrays.fill(positions, new Position(0, 0));
    if (text == null) {
      return new Cursor(positions);
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      for (int p = 0; p < provinces; p++) {
        positions[p] = new Position(Math.toIntExact(number(in)), number(in));
      }
      if (in.hasRemaining()) {
        throw new Showing.Unknown("not a cursor of this election");
      }
      return new Cursor(positions);
    } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
      throw new Showing.Unknown("not a cursor");
    }
  }

  Position at(int province) {
    return positions[province];
  }

  void move(int province, Position to) {
    positions[province] = to;
  }

  @Override
  public String toString() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Position position : positions) {
      number(out, position.epoch());
      number(out, position.revision());
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** Unsigned LEB128: most positions fit in two or three bytes, so a cursor fits in an address. */
  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    for (; rest > 0x7f; rest >>>= 7) {
      out.write(((int) rest & 0x7f) | 0x80);
    }
    out.write((int) rest);
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without end");
  }
}
