package id.pantau.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Which rooms of a node its samples lie in, out of a recording of the JVM's flight recorder: a
 * sample belongs to the room of the frame of ours that is nearest to where it was taken.
 */
@Command(
    name = "stage-profile",
    mixinStandardHelpOptions = true,
    description = {
      "Shares of a node's CPU samples by room, and the methods of ours with the most. Record with",
      "java -XX:StartFlightRecording=filename=FILE,settings=profile -jar pantau.jar serve …"
    })
public final class StageProfile implements Callable<Integer> {
  private static final String OURS = "id.pantau.";
  private static final String NOBODY = "no frame of ours";
  private static final int METHODS_SHOWN = 30;

  @Parameters(index = "0", description = "the recording")
  private Path recording = Path.of("");

  private final Map<String, Long> rooms = new TreeMap<>();
  private final Map<String, Long> methods = new TreeMap<>();
  private final Map<String, Long> allocated = new TreeMap<>();
  private long samples;
  private long bytes;

  public static void main(String[] args) {
    System.exit(new CommandLine(new StageProfile()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        take(file.readEvent());
      }
    }
    Map<String, Object> shares = new LinkedHashMap<>();
    largest(rooms, rooms.size()).forEach(room -> shares.put(room, share(rooms, room, samples)));
    Map<String, Object> allocation = new LinkedHashMap<>();
    largest(allocated, allocated.size())
        .forEach(room -> allocation.put(room, share(allocated, room, bytes)));
    for (String method : largest(methods, METHODS_SHOWN)) {
      System.out.printf("%5.1f %%  %s%n", share(methods, method, samples), method);
    }
    System.out.println(
        new Measured()
            .put("samples", samples)
            .put("percentOfSamples", shares)
            .put("percentOfAllocation", allocation)
            .json());
    return 0;
  }

  private void take(RecordedEvent event) {
    String kind = event.getEventType().getName();
    if (kind.equals("jdk.ExecutionSample")) {
      RecordedMethod ours = nearest(event);
      rooms.merge(ours == null ? NOBODY : room(ours), 1L, Long::sum);
      methods.merge(ours == null ? NOBODY : name(ours), 1L, Long::sum);
      samples++;
    } else if (kind.equals("jdk.ObjectAllocationSample")) {
      RecordedMethod ours = nearest(event);
      long weight = event.getLong("weight");
      allocated.merge(ours == null ? NOBODY : room(ours), weight, Long::sum);
      bytes += weight;
    }
  }

  private static @Nullable RecordedMethod nearest(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return null;
    }
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      if (frame.isJavaFrame() && frame.getMethod().getType().getName().startsWith(OURS)) {
        return frame.getMethod();
      }
    }
    return null;
  }

  private static String room(RecordedMethod method) {
    String rest = method.getType().getName().substring(OURS.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? "wiring" : rest.substring(0, dot);
  }

  private static String name(RecordedMethod method) {
    return method.getType().getName().substring(OURS.length()) + "." + method.getName();
  }

  private static double share(Map<String, Long> of, String key, long all) {
    return Math.round(of.getOrDefault(key, 0L) * 1_000.0 / all) / 10.0;
  }

  private static List<String> largest(Map<String, Long> of, int most) {
    List<String> keys = new ArrayList<>(of.keySet());
    keys.sort(Comparator.comparing((String key) -> of.getOrDefault(key, 0L)).reversed());
    return keys.subList(0, Math.min(most, keys.size()));
  }
}
