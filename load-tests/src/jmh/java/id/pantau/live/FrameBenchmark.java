package id.pantau.live;

import id.pantau.board.RealStates;
import id.pantau.load.micro.RealForms;
import id.pantau.platform.Showing.Update;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A state that came from the board to the frame that all viewers share. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {
  /** Of some 1 kB and of some 5 kB. */
  @Param({"ppwp/0", "ppwp/36/children"})
  private String topic = "";

  private Update update;
  private Feed feed;

  /** The frame holds the text and nothing else. */
  @Setup
  public void look() {
    update = new RealStates().state(topic);
    feed = new Feed(update.topic());
    byte[] text = update.full().getBytes();
    byte[] bytes = ByteBufUtil.getBytes(frame());
    byte[] end = Arrays.copyOfRange(bytes, bytes.length - text.length, bytes.length);
    RealForms.check(Arrays.equals(text, end), "the frame holds another text");
    RealForms.check(bytes.length == Frames.length(text.length), "the frame is of another length");
  }

  /** One state; the frame of the one before is released, as a hub does. */
  @Benchmark
  public ByteBuf frame() {
    feed.accept(update);
    return Objects.requireNonNull(feed.textAfter(0)).frame();
  }
}
