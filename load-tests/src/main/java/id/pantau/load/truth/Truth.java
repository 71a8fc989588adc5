package id.pantau.load.truth;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.load.Measured;
import id.pantau.load.viewer.Comparison;
import id.pantau.load.viewer.Swarm;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Board = API = what viewers saw last = recount of the forms sent, or a list of where they differ.
 * To be asked when nothing is sent any more; waits until the board has caught up.
 */
public final class Truth {
  private static final int LOOK_MILLIS = 50;
  private static final int NAMED_MAX = 20;

  private final Election election;
  private final Standing standing;
  private final URI node;
  private final Bodies bodies;
  private final List<String> differences = new ArrayList<>();
  private final Measured measured = new Measured();

  /**
   * @param node {@code http://127.0.0.1:8080}; it began empty and got nothing but what {@code
   *     standing} knows
   */
  public Truth(Election election, Standing standing, URI node) {
    this.election = election;
    this.standing = standing;
    this.node = node;
    this.bodies = new Bodies(node);
  }

  /**
   * Compares everything.
   *
   * @param patience how long the board, and then the viewers, may take to show the last form
   */
  public Truth check(Swarm swarm, int viewers, LogRecount.Verb verb, Duration patience)
      throws IOException, InterruptedException {
    standing.settle(bodies);
    standing.notTaken().forEach((status, n) -> differences.add(n + " forms were " + status));
    List<Places> contests = new ArrayList<>();
    for (Contest contest : election.contests()) {
      contests.add(new Places(election.areas(), contest, standing.forms()));
    }
    int compared = 0;
    for (Places places : contests) {
      JsonNode before = nation(places, patience);
      Walk walk = new Walk(bodies, places);
      walk.run();
      compared += walk.compared();
      differences.addAll(walk.differences());
      JsonNode after = bodies.results(places.contest().id(), "0");
      if (!after.equals(before)) {
        differences.add("the nation moved while it was compared: nobody else may send forms");
      }
    }
    measured.put("counted", contests.stream().mapToLong(c -> c.nation().counted()).sum());
    measured.put("held", contests.stream().mapToLong(c -> c.nation().held()).sum());
    measured.put("placesCompared", compared);
    screens(swarm, viewers, patience);
    log(contests, verb);
    return this;
  }

  /** The nation's body, once it has what must stand, or the last one when patience ends. */
  private JsonNode nation(Places places, Duration patience)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    JsonNode body = bodies.results(places.contest().id(), "0");
    while (places.nation().difference(body) != null && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      body = bodies.results(places.contest().id(), "0");
    }
    return body;
  }

  /** Every viewer must be there and show what the API says, which was just found true. */
  private void screens(Swarm swarm, int viewers, Duration patience)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      Comparison comparison = new Comparison(node);
      int wrong = comparison.wrong(swarm.shown());
      int there = swarm.ready();
      boolean all = wrong == 0 && there == viewers && comparison.compared() >= viewers;
      if (all || System.nanoTime() > until) {
        measured.put("screensCompared", comparison.compared()).put("screensWrong", wrong);
        differences.addAll(comparison.differences());
        if (there != viewers) {
          differences.add(there + " of " + viewers + " viewers are there");
        } else if (comparison.compared() < viewers) {
          differences.add("only " + comparison.compared() + " screens show anything");
        }
        return;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private void log(List<Places> contests, LogRecount.Verb verb)
      throws IOException, InterruptedException {
    LogRecount recount = LogRecount.of(verb, node.toString());
    measured.put("recount", recount.last());
    if (!recount.equal()) {
      differences.add("recount: " + recount.last());
    }
    for (Places places : contests) {
      Tally nation = places.nation();
      if (!recount.says(places.contest().id(), nation.counted(), nation.held())) {
        differences.add("sent was " + nation + ", the recount of the log says " + recount.last());
      }
    }
  }

  /** Where two of them differ, in words; empty where all agree. */
  public List<String> differences() {
    return differences;
  }

  /** What was compared, and the first differences. */
  public Measured measured() {
    return measured.put("differences", differences.stream().limit(NAMED_MAX).toList());
  }
}
