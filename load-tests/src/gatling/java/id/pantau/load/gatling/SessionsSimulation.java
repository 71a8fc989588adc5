package id.pantau.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/**
 * People who look at the count: each opens the dashboard with what it loads, watches the nation and
 * a province, asks again for results that it has, goes down to a station, and leaves.
 */
public final class SessionsSimulation extends Simulation {
  private static final Duration FIRST_STATE = Duration.ofSeconds(10);

  private final int perSecond = Asked.number("people", 5);
  private final int seconds = Asked.number("seconds", 30);

  /** Plans the run; nothing is asked before Gatling starts it. */
  public SessionsSimulation() {
    String socket = Asked.url().replaceFirst("^http", "ws");
    HttpProtocolBuilder node =
        http.baseUrl(Asked.url())
            .wsBaseUrl(socket)
            .acceptEncodingHeader("gzip, br")
            .acceptLanguageHeader("id")
            .inferHtmlResources();
    setUp(
            scenario("people")
                .exec(open(), watch(), lookAgain(), drillDown(), leave())
                .injectOpen(constantUsersPerSec(perSecond).during(seconds)))
        .protocols(node)
        .assertions(global().failedRequests().count().is(0L));
  }

  /** The page, its scripts and styles as a browser finds them in it, and the first lists. */
  private static ChainBuilder open() {
    return exec(
        http("dashboard").get("/").check(status().is(200)),
        http("elections").get("/api/v1/elections").check(status().is(200)),
        http("contests").get("/api/v1/contests").check(status().is(200)));
  }

  /** The nation's results, of which a province is chosen, and both watched. */
  private static ChainBuilder watch() {
    return exec(
        http("nation")
            .get("/api/v1/results/ppwp/0")
            .check(
                status().is(200),
                header("ETag").saveAs("tag"),
                jsonPath("$.children[*].code").findRandom().saveAs("province")),
        ws("live").connect("/live"),
        watch("nation live", "ppwp/0"),
        watch("province live", "ppwp/#{province}"));
  }

  /** Each topic is asked for by itself: the two answers of one request can come in one read. */
  private static ActionBuilder watch(String name, String topic) {
    return ws(name)
        .sendText("{\"watch\":[\"" + topic + "\"]}")
        .await(FIRST_STATE)
        .on(
            ws.checkTextMessage(name + ", first state")
                .matching(jsonPath("$.topic").isEL(topic))
                .check(jsonPath("$.position.revision").exists()));
  }

  /** Again, as a page that comes to the fore does: nothing new is 304. */
  private static ChainBuilder lookAgain() {
    return exec(
        pause(Duration.ofSeconds(1)),
        http("nation again")
            .get("/api/v1/results/ppwp/0")
            .header("If-None-Match", "#{tag}")
            .check(status().in(200, 304)));
  }

  /** Province, regency, district, village; there a station with its page, if it has one. */
  private static ChainBuilder drillDown() {
    return exec(
            results("province", "#{province}", "regency"),
            pause(Duration.ofSeconds(1)),
            results("regency", "#{regency}", "district"),
            results("district", "#{district}", "village"),
            pause(Duration.ofSeconds(1)),
            results("village", "#{village}", "station"))
        .doIf(session -> session.contains("station"))
        .then(
            http("station page").get("/tps/#{station}").check(status().is(200)),
            http("station")
                .get("/api/v1/stations/#{station}/ppwp")
                .check(status().is(200), jsonPath("$.station").isEL("#{station}")));
  }

  /** A few villages have no station: nothing is saved then. */
  private static ChainBuilder results(String name, String area, String next) {
    return exec(
        http(name)
            .get("/api/v1/results/ppwp/" + area)
            .check(
                status().is(200),
                jsonPath("$.children[*].code").findRandom().optional().saveAs(next)));
  }

  private static ChainBuilder leave() {
    return exec(pause(Duration.ofSeconds(2)), ws("leave").close());
  }
}
