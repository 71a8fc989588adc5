package id.pantau.live;

import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A viewer that takes everything at once and keeps nothing: its bytes go to /dev/null. */
final class NowhereWire implements Wire {
  private final FileDescriptor own;
  private @Nullable Encoded queued;

  /**
   * @param open what all viewers write to; each has a descriptor object of its own for it
   */
  NowhereWire(FileDescriptor open) {
    own = new FileDescriptor(open.intValue());
  }

  @Override
  public Kind kind() {
    return Kind.SOCKET;
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public void queue(Encoded text) {
    queued = text;
  }

  /** One write, of the last text where there are several. */
  @Override
  public void flush() {
    Encoded last = queued;
    try {
      if (last != null) {
        last.writeTo(own);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FileDescriptor drained() {
    return own;
  }

  @Override
  public void close(CloseCode code) {
    // Nobody is there.
  }
}
