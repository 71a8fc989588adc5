package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.AreaTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a node for every place of a contest: one request for each area that has areas below it,
 * whose rows are in its body; with stations also one for each village.
 */
final class RecountWalk {
  private static final int PARALLEL = 8;

  private final NodeClient node;
  private final RecountTotals totals;
  private final RecountCheck check;
  private final Progress progress;

  RecountWalk(NodeClient node, RecountTotals totals, RecountCheck check, Progress progress) {
    this.node = node;
    this.totals = totals;
    this.check = check;
    this.progress = progress;
  }

  /** How many requests {@link #run} makes. */
  static int requests(AreaTree tree, boolean stations) {
    return areas(tree, stations).size();
  }

  /**
   * @param stations asks each village too
   * @return true where the node counted on meanwhile, so that differences may be none
   */
  boolean run(boolean stations) throws NodeClient.Away, IOException, InterruptedException {
    String before = nation().path("position").toString();
    List<String> areas = areas(totals.tree(), stations);
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i < areas.size(); i = next.getAndIncrement()) {
            visit(areas.get(i));
          }
          return null;
        };
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
    try {
      List<Future<Void>> ends = new ArrayList<>();
      for (int i = 0; i < PARALLEL; i++) {
        ends.add(threads.submit(worker));
      }
      for (Future<Void> end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NodeClient.Away away) {
        throw away;
      }
      throw new IOException(e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
    return !nation().path("position").toString().equals(before);
  }

  private void visit(String area) throws NodeClient.Away, IOException, InterruptedException {
    NodeClient.Reply reply = node.get(path(area));
    if (reply.status() == 200) {
      check.body(RecountJson.tree(reply.body()));
    } else {
      check.missing(totals.contest().id(), area);
    }
    progress.step(1);
  }

  private JsonNode nation() throws NodeClient.Away, IOException, InterruptedException {
    NodeClient.Reply reply = node.get(path("0"));
    if (reply.status() != 200) {
      throw new IOException(node.url() + path("0") + " answers " + reply.status());
    }
    return RecountJson.tree(reply.body());
  }

  private String path(String area) {
    return "/api/v1/results/" + totals.contest().id() + "/" + area;
  }

  private static List<String> areas(AreaTree tree, boolean stations) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      boolean village = tree.area(i).level() == 4;
      if (village ? stations : tree.childCount(i) > 0) {
        codes.add(tree.area(i).code());
      }
    }
    return codes;
  }
}
