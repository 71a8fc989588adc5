package id.pantau.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.sirekap.Addresses;
import id.pantau.api.sirekap.Asked;
import id.pantau.api.sirekap.SirekapFiles;
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
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * KPU's own JSON tree under {@code /wilayah}, {@code /pemilu} and {@code /pilkada} (open-data.md).
 * A file is made on a worker, once for each body of the board. What KPU's format has no field for
 * (the notice, our status of a form, a test election) stands in headers of the answer.
 */
public final class SirekapRoutes implements WebMount {
  private static final String REFERENCE_CACHE = "public, max-age=60";
  private static final String EXPOSED =
      "ETag, Link, Pantau-Findings, Pantau-Notice, Pantau-Status, Pantau-Test, RateLimit,"
          + " RateLimit-Policy, Retry-After";
  private static final long CACHE_BYTES_MAX = 32L * 1024 * 1024;
  private static final int ENTRY_BYTES = 256;
  private static final int SUMS_MAX = 100;
  private static final Problem UNKNOWN =
      new Problem(404, "unknown-file", "KPU's tree has no such file, or the place is not known");

  private final Showing showing;
  private final Addresses addresses;
  private final SirekapFiles files;
  private final Election election;
  private final String cache;
  private final PublicAddress address;
  private final Answers answers = new Answers(new Gzipped());
  private final String notice;
  private final AsyncCache<String, Kept> made =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES_MAX)
          .weigher((String key, Kept file) -> ENTRY_BYTES + key.length() + file.json().length())
          .buildAsync();

  private final AsyncCache<String, Kept> sums;

  public SirekapRoutes(
      Showing showing, Election election, Settings.Api settings, Settings.Web web) {
    this.showing = showing;
    this.addresses = new Addresses(election.areas());
    this.files = new SirekapFiles(election);
    this.election = election;
    this.cache = "public, max-age=" + settings.resultsMaxAgeSeconds();
    this.address = new PublicAddress(web);
    this.sums =
        Caffeine.newBuilder()
            .maximumSize(SUMS_MAX)
            .expireAfterWrite(Duration.ofSeconds(Math.max(1, settings.resultsMaxAgeSeconds())))
            .buildAsync();
    this.notice = ascii(election.notices().getOrDefault("id", ""));
  }

  /** A file that was made. */
  private record Kept(Buffer json, String digest, String status, String findings) {
    static Kept of(SirekapFiles.Made made) {
      byte[] json = made.json();
      return new Kept(
          Buffer.buffer(json), Digest.of(json), made.status(), String.join(", ", made.findings()));
    }
  }

  @Override
  public void mount(WebDoor door) {
    for (String root : List.of("kpuPlaces", "kpuGeneral", "kpuRegional")) {
      Endpoint.mount(door.router(), root, this::handle);
    }
  }

  private void handle(RoutingContext context) {
    context.response().putHeader("Access-Control-Expose-Headers", EXPOSED);
    Asked asked = addresses.read(String.valueOf(context.request().path()));
    if (asked == null) {
      Answers.problem(context, UNKNOWN);
      return;
    }
    Contest contest = files.counted(asked);
    List<Contest> below = contest == null ? files.below(asked) : List.of();
    if (!below.isEmpty()) {
      above(context.vertx(), asked, below)
          .onSuccess(file -> send(context, asked, file, null))
          .onFailure(failure -> Answers.fail(context, failure, UNKNOWN));
      return;
    }
    if (contest == null) {
      String key = String.valueOf(context.request().path());
      keep(context.vertx(), key, () -> files.known(asked))
          .onSuccess(file -> send(context, asked, file, null))
          .onFailure(context::fail);
      return;
    }
    String code = place(asked);
    boolean station = asked.station() != null;
    String root = address.of(context.request());
    String photos = root == null || !station ? null : root + "/photos/";
    (station ? showing.station(code, contest.id()) : showing.results(contest.id(), code))
        .compose(body -> keep(context.vertx(), asked, contest, body, photos))
        .onSuccess(file -> send(context, asked, file, link(station, code, contest)))
        .onFailure(failure -> Answers.fail(context, failure, UNKNOWN));
  }

  private String place(Asked asked) {
    return asked.station() == null
        ? election.areas().area(asked.area()).code()
        : asked.station().code();
  }

  /** The same numbers with everything that this format has no field for. */
  private static String link(boolean station, String code, Contest contest) {
    String path =
        station
            ? "/api/v1/stations/" + code + "/" + contest.id()
            : "/api/v1/results/" + contest.id() + "/" + code;
    return "<" + path + ">; rel=\"alternate\"; type=\"application/json\"";
  }

  private Future<Kept> keep(
      Vertx vertx, Asked asked, Contest contest, Body body, @Nullable String photos) {
    String key = asked.family() + " " + body.digest() + " " + photos;
    return keep(vertx, key, () -> files.shown(asked, contest, body.json().getBytes(), photos));
  }

  /** One body for each contest below: asked for once in as long as an answer may be kept. */
  private Future<Kept> above(Vertx vertx, Asked asked, List<Contest> below) {
    String key = asked.family() + " " + place(asked);
    CompletableFuture<Kept> coming =
        sums.get(
            key,
            (k, executor) ->
                Future.all(below.stream().map(this::own).toList())
                    .compose(all -> sum(vertx, asked, below, all.list()))
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  private Future<Body> own(Contest contest) {
    return showing.results(contest.id(), SirekapFiles.place(contest));
  }

  private Future<Kept> sum(Vertx vertx, Asked asked, List<Contest> below, List<Body> bodies) {
    List<byte[]> bytes = bodies.stream().map(body -> body.json().getBytes()).toList();
    return vertx.executeBlocking(() -> Kept.of(files.above(asked, below, bytes)), false);
  }

  private Future<Kept> keep(Vertx vertx, String key, Supplier<SirekapFiles.Made> making) {
    CompletableFuture<Kept> ready = made.getIfPresent(key);
    if (ready != null && ready.isDone() && !ready.isCompletedExceptionally()) {
      return Future.succeededFuture(ready.join());
    }
    CompletableFuture<Kept> coming =
        made.get(
            key,
            (k, executor) ->
                vertx
                    .executeBlocking(() -> Kept.of(making.get()), false)
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  private void send(RoutingContext context, Asked asked, Kept file, @Nullable String link) {
    HttpServerResponse response = context.response();
    response.putHeader("Pantau-Notice", notice);
    response.putHeader("Pantau-Test", Boolean.toString(election.isTest()));
    if (!file.status().isEmpty()) {
      response.putHeader("Pantau-Status", file.status());
    }
    if (!file.findings().isEmpty()) {
      response.putHeader("Pantau-Findings", file.findings());
    }
    if (link != null) {
      response.putHeader("Link", link);
    }
    boolean reference = asked.mode().isEmpty();
    answers.send(context, file.json(), file.digest(), reference ? REFERENCE_CACHE : cache);
  }

  /** A header holds ASCII. */
  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }
}
