package id.pantau.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.load.wall.OpenScreen;
import id.pantau.load.wall.Operator;
import id.pantau.load.wall.Prometheus;
import id.pantau.load.wall.Scrape;
import id.pantau.model.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Screens of the command centre during a load: what they say, and what serving them costs. */
@Command(
    name = "wall-check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Opens screens of the command centre while something else sends and watches, and measures the node's CPU and the wall's part of it.",
      "Then waits until no form comes any more and compares every total of the wall with Prometheus' text.",
      "The last line is JSON; exit 1 where figures differ."
    })
public final class WallCheck implements Callable<Integer> {
  private static final int QUIET_TRIES = 600;
  private static final List<String> SHOWN = List.of("counted", "held", "refused");
  private static final String FORMS = "pantau_intake_forms_total";

  @Option(names = "--command", defaultValue = "http://127.0.0.1:8081")
  private URI command = URI.create("");

  @Option(names = "--management", defaultValue = "http://127.0.0.1:8082")
  private URI management = URI.create("");

  @Option(names = "--prometheus", description = "asked beside the wall, where there is one")
  private @Nullable URI prometheus;

  @Option(names = "--name", required = true, description = "the operator's id")
  private String name = "";

  @Option(names = "--password", required = true)
  private String password = "";

  @Option(names = "--secret", required = true, description = "of the second factor")
  private String secret = "";

  @Option(names = "--screens", defaultValue = "4", description = "default: ${DEFAULT-VALUE}")
  private int screens;

  @Option(
      names = "--warmup",
      defaultValue = "30",
      description = "seconds (default: ${DEFAULT-VALUE})")
  private int warmupSeconds;

  @Option(
      names = "--windows",
      defaultValue = "3",
      description = "measured (default: ${DEFAULT-VALUE})")
  private int windows;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "of one window (default: ${DEFAULT-VALUE})")
  private int seconds;

  private final HttpClient http = HttpClient.newHttpClient();

  public static void main(String[] args) {
    System.exit(new CommandLine(new WallCheck()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Operator operator = new Operator(command);
    operator.signIn(name, password, secret);
    List<OpenScreen> open = operator.screens(screens);
    TimeUnit.SECONDS.sleep(warmupSeconds);
    List<Map<String, Object>> measured = new ArrayList<>();
    for (int i = 0; i < windows; i++) {
      measured.add(window(operator));
    }
    List<String> differences = quiet(operator, open);
    differences.forEach(System.err::println);
    long messages = open.stream().mapToLong(OpenScreen::messages).sum();
    long cut = open.stream().filter(OpenScreen::isClosed).count();
    open.forEach(OpenScreen::close);
    boolean good = differences.isEmpty() && cut == 0;
    JsonNode total = operator.get("/api/path").at("/forms/total");
    System.out.println(
        new Measured()
            .put("screens", screens)
            .put("messages", messages)
            .put("screensCut", cut)
            .put("windows", measured)
            .put("total", total)
            .put("differences", differences.size())
            .put("good", good)
            .json());
    return good ? 0 : 1;
  }

  /** CPU between two scrapes, and what wall and Prometheus say at the end of it. */
  private Map<String, Object> window(Operator operator) throws Exception {
    Scrape before = scrape();
    long began = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    Scrape after = scrape();
    double took = (System.nanoTime() - began) / 1e9;
    Map<String, Object> row = new LinkedHashMap<>();
    double node = rise(before, after, "process_cpu_time_ns_total") / 1e9;
    double wall = rise(before, after, "pantau_command_cpu_seconds_total");
    put(row, "formsPerSecond", rise(before, after, FORMS) / took);
    put(row, "nodeCpuSeconds", node);
    put(row, "wallCpuSeconds", wall);
    put(row, "wallPercentOfNode", 100 * wall / node);
    for (String work : List.of("follow", "figures", "country", "screens")) {
      put(
          row,
          work + "CpuSeconds",
          rise(before, after, "pantau_command_cpu_seconds_total", "\"" + work + "\""));
    }
    beside(operator.get("/api/path"), row);
    return row;
  }

  /** Pairs of wall and Prometheus, both over the last minute. */
  private void beside(JsonNode path, Map<String, Object> row) throws Exception {
    URI where = prometheus;
    put(row, "viewers", path.at("/viewers/websocket").asDouble());
    if (where == null) {
      return;
    }
    Prometheus asked = new Prometheus(where);
    put(row, "viewersPrometheus", asked.ask("sum(pantau_live_viewers{kind=\"websocket\"})"));
    Map<String, String> timers =
        Map.of(
            "intake", "pantau_intake_seconds",
            "counted", "pantau_count_seconds",
            "seen", "pantau_live_seen_seconds",
            "redis", "pantau_count_redis_seconds");
    for (Map.Entry<String, String> timer : timers.entrySet()) {
      for (String share : List.of("0.50", "0.99")) {
        String figure = timer.getKey() + "P" + share.substring(2) + "Millis";
        put(
            row,
            figure,
            1000 * path.at("/seconds/" + timer.getKey() + "/p" + share.substring(2)).asDouble());
        put(
            row,
            figure + "Prometheus",
            1000
                * asked.ask(
                    "histogram_quantile("
                        + share
                        + ", sum by (le) (rate("
                        + timer.getValue()
                        + "_bucket[1m])))"));
      }
    }
    put(row, "batchMean", path.at("/batch/mean").asDouble());
    put(
        row,
        "batchMeanPrometheus",
        asked.ask(
            "rate(pantau_count_batch_forms_sum[1m]) / rate(pantau_count_batch_forms_count[1m])"));
  }

  /** The differences that stay once forms have stopped: wall over HTTP, each screen, the scrape. */
  private List<String> quiet(Operator operator, List<OpenScreen> open) throws Exception {
    List<String> differences = new ArrayList<>();
    double last = -1;
    for (int tries = 0; tries < QUIET_TRIES; tries++) {
      Scrape scrape = scrape();
      double sum = scrape.sum(FORMS);
      differences.clear();
      compare("wall", operator.get("/api/path"), scrape, differences);
      for (OpenScreen screen : open) {
        compare("screen", screen.newest("path"), scrape, differences);
      }
      if (sum == last && differences.isEmpty()) {
        return differences;
      }
      last = sum;
      TimeUnit.SECONDS.sleep(2);
    }
    return differences;
  }

  private static void compare(String who, JsonNode path, Scrape scrape, List<String> into) {
    for (Answer.Status status : Answer.Status.values()) {
      String label = status(status.wire());
      double said = scrape.sum(FORMS, label);
      differ(who + " " + label, path.at("/forms/total/" + status.wire()), said, into);
    }
    for (JsonNode province : path.at("/forms/provinces")) {
      String of = "province=\"" + province.path("code").asText() + "\"";
      for (String status : SHOWN) {
        double said = scrape.sum(FORMS, of, status(status));
        differ(who + " " + of + " " + status, province.path(status), said, into);
      }
    }
    for (JsonNode submitter : path.at("/forms/submitters")) {
      String of = "submitter=\"" + submitter.path("id").asText() + "\"";
      for (String status : SHOWN) {
        double said = scrape.sum("pantau_intake_submitter_forms_total", of, status(status));
        differ(who + " " + of + " " + status, submitter.path(status), said, into);
      }
    }
    double viewers = scrape.sum("pantau_live_viewers", "kind=\"websocket\"");
    differ(who + " viewers", path.at("/viewers/websocket"), viewers, into);
    double deliveries = scrape.sum("pantau_live_deliveries_total");
    differ(who + " deliveries", path.at("/live/deliveries"), deliveries, into);
  }

  private static String status(String wire) {
    return "status=\"" + wire + "\"";
  }

  private static void differ(String what, JsonNode wall, double said, List<String> into) {
    if (wall.asDouble(Double.NaN) != said) {
      into.add(what + ": " + wall + ", Prometheus' text " + said);
    }
  }

  private Scrape scrape() throws IOException, InterruptedException {
    return Scrape.of(
        http.send(
                HttpRequest.newBuilder(management.resolve("/metrics")).build(),
                BodyHandlers.ofString())
            .body());
  }

  private static double rise(Scrape before, Scrape after, String name, String... labels) {
    return after.sum(name, labels) - before.sum(name, labels);
  }

  private static void put(Map<String, Object> row, String name, double figure) {
    if (Double.isFinite(figure)) {
      row.put(name, Math.round(figure * 1_000) / 1_000.0);
    }
  }
}
