package id.pantau.load.truth;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code pantau.jar recount -} says: every form of the node's public log judged and added up
 * again, and compared with every place that it publishes.
 *
 * @param equal its own verdict
 * @param last its last line
 */
public record LogRecount(boolean equal, String last) {
  /** Runs a verb of the jar and gives its exit code and what it printed. */
  @FunctionalInterface
  public interface Verb {
    Ended run(String... arguments) throws IOException, InterruptedException;
  }

  /** How a verb ended. */
  public record Ended(int exit, String out) {}

  static LogRecount of(Verb verb, String url) throws IOException, InterruptedException {
    Ended ended = verb.run("recount", "-", "--url", url);
    String[] lines = ended.out().strip().split("\n");
    return new LogRecount(ended.exit() == 0, lines[lines.length - 1]);
  }

  /** True where it found as many stations counted and held in a contest. */
  boolean says(String contest, long counted, long held) {
    Matcher found =
        Pattern.compile(Pattern.quote("; " + contest) + " counted (\\d+), held (\\d+)")
            .matcher(last);
    return found.find()
        && Long.parseLong(found.group(1)) == counted
        && Long.parseLong(found.group(2)) == held;
  }
}
