package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Every form that a node offers, page by page through {@code /api/v1/changes} to the end. */
final class RecountChanges {
  private static final String FIRST = "/api/v1/changes?limit=500";

  private final NodeClient node;

  RecountChanges(NodeClient node) {
    this.node = node;
  }

  /**
   * Hands on each change; within a province they are in the order of the count.
   *
   * @param onPage told of each page's number of changes
   */
  void read(RecountForms forms, LongConsumer onPage)
      throws NodeClient.Away, IOException, InterruptedException {
    String next = FIRST;
    while (true) {
      NodeClient.Reply reply = node.get(next);
      if (reply.status() != 200) {
        throw new IOException(node.url() + next + " answers " + reply.status());
      }
      JsonNode page = RecountJson.tree(reply.body());
      JsonNode changes = page.path("changes");
      if (changes.isEmpty()) {
        return;
      }
      changes.forEach(forms::takeLogged);
      onPage.accept(changes.size());
      next = page.path("next").asText();
    }
  }
}
