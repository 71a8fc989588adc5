package id.pantau.count;

import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.model.Submission;
import id.pantau.platform.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node's count on the rig, with a journal of its own. */
public final class CountNode {
  private final CountRig rig;
  private final Election election;
  private final Path data;
  private final CountVerticle verticle;
  private final SimpleMeterRegistry meters;
  private @Nullable String deployed;

  private CountNode(
      CountRig rig,
      Election election,
      Path data,
      CountVerticle verticle,
      SimpleMeterRegistry meters) {
    this.meters = meters;
    this.rig = rig;
    this.election = election;
    this.data = data;
    this.verticle = verticle;
  }

  static CountNode start(CountRig rig, String name, Election election) {
    Path data = rig.data(name);
    Settings settings = rig.settings().withNode(rig.settings().node().withData(data.toString()));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    CountVerticle verticle = new CountVerticle(settings, election, meters, InstantSource.system());
    CountNode node = new CountNode(rig, election, data, verticle, meters);
    node.deployed = Waiting.get(rig.vertx().deployVerticle(verticle));
    return node;
  }

  /** Hands forms over and waits for the answers. */
  public List<Answer> count(Submission... forms) {
    return Waiting.get(offer(Arrays.asList(forms)));
  }

  /** The one form's status. */
  public Answer.Status status(Submission form) {
    return count(form).get(0).status();
  }

  /** Hands forms over as intake does. */
  public Future<List<Answer>> offer(List<Submission> forms) {
    return verticle.counting().count(forms);
  }

  boolean isReady() {
    return verticle.isReady();
  }

  /** Forms that it has given back to Redis. */
  double refilled() {
    return meters.get("pantau.count.refilled").counter().count();
  }

  /** The folder of its journal. */
  public Path journal() {
    return CountVerticle.journalFolder(data, election.id());
  }

  /** What its journal holds, oldest first. */
  List<JournalEntry> journaled() {
    List<JournalEntry> entries = new ArrayList<>();
    try {
      new JournalFolder(journal()).read(entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** Stops in order; does nothing where it was stopped. */
  public void stop() {
    if (deployed != null) {
      Waiting.get(rig.vertx().undeploy(deployed));
      deployed = null;
    }
  }
}
