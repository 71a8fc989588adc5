package id.pantau.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.report.EmlXml;
import id.pantau.api.report.NistJson;
import id.pantau.api.report.Report;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Body;
import id.pantau.platform.Digest;
import id.pantau.platform.Gzipped;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/reports/{contest}/{area}.nist.json} and {@code .eml.xml}: the results of a place
 * in two standards' shapes (wire-protocol §4). A document is made on a worker, once for each body
 * of the board.
 */
public final class ReportRoutes implements WebMount {
  private static final long CACHE_BYTES_MAX = 32L * 1024 * 1024;
  private static final int ENTRY_BYTES = 256;
  private static final Problem NO_REPORT =
      new Problem(404, "not-found", "a report ends in .nist.json or .eml.xml");
  private static final Problem NO_CONTEST =
      new Problem(404, "unknown-contest", "there is no such contest in this election");
  private static final Problem NO_AREA = new Problem(404, "unknown-area", "there is no such area");
  private static final Problem WITHHELD =
      new Problem(
          404,
          "withheld",
          "the place is withheld, and EML has no count without votes; see results");

  private final Showing showing;
  private final Election election;
  private final AtInstant instants;
  private final Answers answers = new Answers(new Gzipped());
  private final AsyncCache<String, Kept> made =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES_MAX)
          .weigher((String key, Kept kept) -> ENTRY_BYTES + kept.length())
          .buildAsync();

  /**
   * @param clock tells what lies in the future
   */
  public ReportRoutes(
      Showing showing, Election election, Settings.Api settings, InstantSource clock) {
    this.showing = showing;
    this.election = election;
    this.instants = new AtInstant(clock, settings.resultsMaxAgeSeconds());
  }

  /** The two standards, by how an address ends. */
  private enum Standard {
    NIST(".nist.json", "application/json"),
    EML(".eml.xml", "application/xml; charset=utf-8");

    private final String ending;
    private final String type;

    Standard(String ending, String type) {
      this.ending = ending;
      this.type = type;
    }

    static @Nullable Standard of(String file) {
      for (Standard each : values()) {
        if (file.endsWith(each.ending)) {
          return each;
        }
      }
      return null;
    }

    /** Null where the standard has no document for such a place. */
    byte @Nullable [] write(Report report) {
      if (this == NIST) {
        return NistJson.of(report);
      }
      return report.withheld() ? null : EmlXml.of(report);
    }
  }

  /** A document that was made; without bytes where there is none. */
  private record Kept(@Nullable Buffer bytes, String digest) {
    static Kept of(byte @Nullable [] bytes) {
      return bytes == null ? new Kept(null, "") : new Kept(Buffer.buffer(bytes), Digest.of(bytes));
    }

    int length() {
      return bytes == null ? 0 : bytes.length();
    }
  }

  @Override
  public void mount(WebDoor door) {
    Endpoint.mount(door.router(), "report", this::report);
  }

  private void report(RoutingContext context) {
    String file = context.pathParam("file");
    Standard standard = Standard.of(file);
    if (standard == null) {
      Answers.problem(context, NO_REPORT);
      return;
    }
    Contest contest = election.contest(context.pathParam("contest"));
    int area = election.areas().find(file.substring(0, file.length() - standard.ending.length()));
    if (contest == null || area < 0) {
      Answers.problem(context, contest == null ? NO_CONTEST : NO_AREA);
      return;
    }
    Area place = election.areas().area(area);
    AtInstant.Asked asked = instants.results(context, showing, contest.id(), place.code());
    if (asked != null) {
      answer(context, standard, contest, place, asked.body(), asked.cache());
    }
  }

  private void answer(
      RoutingContext context,
      Standard standard,
      Contest contest,
      Area place,
      Future<Body> results,
      String cache) {
    results
        .compose(body -> keep(context.vertx(), standard, contest, place, body))
        .onSuccess(
            kept -> {
              if (kept.bytes() == null) {
                Answers.problem(context, WITHHELD);
              } else {
                answers.send(context, kept.bytes(), kept.digest(), cache, standard.type);
              }
            })
        .onFailure(failure -> Answers.fail(context, failure, NO_AREA));
  }

  /** Contest and place stand in the body, so its digest tells them apart too. */
  private Future<Kept> keep(
      Vertx vertx, Standard standard, Contest contest, Area place, Body body) {
    CompletableFuture<Kept> coming =
        made.get(
            standard.ending + " " + body.digest(),
            (key, executor) ->
                vertx
                    .executeBlocking(
                        () ->
                            Kept.of(
                                standard.write(
                                    Report.of(election, contest, place, body.json().getBytes()))),
                        false)
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }
}
