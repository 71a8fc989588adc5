package id.pantau.board;

import id.pantau.model.Position;
import id.pantau.platform.Showing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the changes has come: a position a province. Opaque outside, the same on
 * every node, for positions are.
 */
final class Cursor {
  private static final int BYTES = 10;
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
      if (in.remaining() != provinces * BYTES) {
        throw new Showing.Unknown("not a cursor of this election");
      }
      for (int p = 0; p < provinces; p++) {
        int epoch = in.getInt();
        positions[p] =
            new Position(epoch, (in.getShort() & 0xffffL) << 32 | (in.getInt() & 0xffffffffL));
      }
      return new Cursor(positions);
    } catch (IllegalArgumentException e) {
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
    ByteBuffer out = ByteBuffer.allocate(positions.length * BYTES);
    for (Position position : positions) {
      out.putInt(position.epoch());
      out.putShort((short) (position.revision() >>> 32));
      out.putInt((int) position.revision());
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }
}
