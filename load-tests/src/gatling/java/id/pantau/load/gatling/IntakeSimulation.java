package id.pantau.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import id.pantau.cli.FormJson;
import id.pantau.election.ElectionReader;
import id.pantau.load.flood.Forms;
import id.pantau.model.Election;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Submitters: batches of made-up forms as NDJSON, so many a second, each by a client of its own.
 * Every batch must be answered by 200 and a line a form, every form counted; a second run on the
 * same node finds them there, and {@code duplicate} is right too.
 */
public final class IntakeSimulation extends Simulation {
  private static final String BATCH = "batch";

  private final int batchForms = Asked.number("batch", 50);
  private final int ratePerSecond = Asked.number("rate", 1_000);
  private final int seconds = Asked.number("seconds", 30);
  private final AtomicInteger next = new AtomicInteger();
  private final Forms forms;

  /** Plans the run; nothing is sent before Gatling starts it. */
  public IntakeSimulation() {
    Election election = ElectionReader.packed("pemilu-2024");
    forms = Forms.madeUp(election, election.contests().get(0), 1);
    HttpProtocolBuilder node =
        http.baseUrl(Asked.url())
            .authorizationHeader("Bearer " + Objects.requireNonNull(System.getenv("PANTAU_KEY")))
            .shareConnections();
    setUp(
            scenario("submitters")
                .exec(send())
                .injectOpen(
                    constantUsersPerSec((double) ratePerSecond / batchForms).during(seconds)))
        .protocols(node)
        .assertions(
            global().failedRequests().count().is(0L),
            details(BATCH).successfulRequests().count().gt(0L));
  }

  private ChainBuilder send() {
    return exec(
        http(BATCH)
            .post("/api/v1/forms")
            .header("Content-Type", "application/x-ndjson")
            .body(ByteArrayBody(this::body))
            .check(
                status().is(200), bodyString().transform(IntakeSimulation::taken).is(batchForms)));
  }

  /** The next forms, each with its line. */
  private byte[] body(Session session) {
    int from = next.getAndAdd(batchForms);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = from; i < from + batchForms; i++) {
      body.writeBytes(FormJson.bytes(forms.form().apply(i % forms.size())));
      body.write('\n');
    }
    return body.toByteArray();
  }

  /** How many forms of an answer were taken. */
  private static int taken(String lines) {
    return (int)
        lines
            .lines()
            .filter(
                line ->
                    line.contains("\"status\":\"counted\"")
                        || line.contains("\"status\":\"duplicate\""))
            .count();
  }
}
