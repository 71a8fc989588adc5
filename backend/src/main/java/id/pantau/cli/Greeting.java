package id.pantau.cli;

import id.pantau.model.Election;
import org.jspecify.annotations.Nullable;

/** What a person reads who started a node to look at it: what it shows, and where. */
final class Greeting {
  private Greeting() {}

  /**
   * @param operators who may sign in; null where there is no command centre
   */
  static void print(Node node, Election election, @Nullable DemoOperators operators) {
    System.out.println();
    System.out.println("  " + election.banners().getOrDefault("en", ""));
    System.out.println("  " + election.notices().getOrDefault("en", ""));
    System.out.println();
    System.out.println("  results   " + node.address());
    if (operators != null) {
      operators.print(System.out, node.commandAddress());
    }
    System.out.println("  metrics   http://127.0.0.1:" + node.managementPort() + "/metrics");
    System.out.println("  stop      Ctrl-C");
    System.out.println();
  }
}
