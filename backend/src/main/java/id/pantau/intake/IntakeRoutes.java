package id.pantau.intake;

import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.model.Finding;
import id.pantau.model.Method;
import id.pantau.model.Submission;
import id.pantau.platform.Counting;
import id.pantau.platform.FrontDoor;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import id.pantau.rules.Judge;
import id.pantau.rules.Speaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/v1/forms}: authenticate, admit, read, judge, count, answer;
 * docs/wire-protocol.md §6. One for a node, because its limits are the node's; it may be mounted on
 * the router of every event loop.
 */
public final class IntakeRoutes {
  /** Where forms go. */
  public static final String PATH = "/api/v1/forms";

  private static final Logger LOG = LoggerFactory.getLogger(IntakeRoutes.class);

  /** Larger bodies, and packed ones, are judged on a worker: a batch takes milliseconds. */
  private static final int ON_LOOP_BYTES_MAX = 16 * 1024;

  private static final int IMAGES_MAX = 300_000;

  /** Everywhere, with every method, but for decisions only. */
  private static final Submitter COMMAND =
      new Submitter(
          FrontDoor.SUBMITTER,
          new Speaker(List.of("0"), EnumSet.allOf(Method.class), Set.of(), true));

  private static final RequestHead PLAIN = new RequestHead(false, false, -1);

  private final Vertx vertx;
  private final Settings.Intake limits;
  private final Counting counting;
  private final Keys keys;
  private final InstantSource clock;
  private final Admission admission;
  private final ImageSightings images;
  private final Judging judging;
  private final IntakeMeters meters;
  private final Audit audit;

  public IntakeRoutes(
      Vertx vertx,
      Settings.Intake limits,
      Election election,
      Judge judge,
      Counting counting,
      Keys keys,
      MeterRegistry registry,
      InstantSource clock) {
    this.vertx = vertx;
    this.limits = limits;
    this.counting = counting;
    this.keys = keys;
    this.clock = clock;
    this.admission =
        new Admission(limits.requestsInFlightPerSubmitterMax(), limits.bodiesInFlightBytesMax());
    this.images = new ImageSightings(IMAGES_MAX);
    this.judging =
        new Judging(new FormParser(limits.depthMax()), judge, images, limits.batchFormsMax());
    this.meters = new IntakeMeters(registry, election, admission);
    this.audit = new Audit(clock);
  }

  /** Adds the route. No body handler may stand before it: the body is read here, under limits. */
  public void mount(Router router) {
    Operation forms = Contract.packed().operation("sendForms");
    forms.route(router).method(forms.method()).handler(this::take);
    forms
        .route(router)
        .handler(
            ctx -> {
              ctx.response().putHeader("Allow", "POST");
              new Problem(405, "method-not-allowed", "forms are sent with POST")
                  .send(ctx.response());
            });
  }

  /** The same path for the decisions of the command centre. */
  public FrontDoor frontDoor() {
    return this::send;
  }

  private Future<Answer> send(byte[] form) {
    Timer.Sample sample = meters.start();
    Admission.Ticket ticket;
    try {
      ticket = admission.enter(COMMAND.id());
    } catch (Rejected full) {
      meters.stop(sample);
      meters.refused(full.problem().code());
      return Future.failedFuture(new Counting.Busy(full.problem().detail(), 1));
    }
    return judge(form, PLAIN, COMMAND, ticket)
        .compose(this::counted)
        .compose(this::decided)
        .onComplete(
            done -> {
              ticket.leave();
              meters.stop(sample);
            });
  }

  private Future<Answer> decided(List<Answered> forms) {
    Answered only = forms.get(0);
    note(only, COMMAND);
    if (only.form() instanceof Judged.Broken broken) {
      return Future.failedFuture(new IllegalArgumentException(broken.malformed().sentence()));
    }
    return Future.succeededFuture(Objects.requireNonNull(only.answer()));
  }

  /** Takes no more requests (503); completes when the last one taken was answered. */
  public Future<Void> close() {
    return admission.close();
  }

  private void take(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Timer.Sample sample = meters.start();
    Admission.Ticket ticket = null;
    try {
      Submitter submitter = authenticate(request);
      RequestHead head = RequestHead.of(request, limits.bodyBytesMax());
      Admission.Ticket taken = admission.enter(submitter.id());
      ticket = taken;
      BodyReading.start(vertx, request, head, limits, taken)
          .compose(body -> judge(body, head, submitter, taken))
          .compose(this::counted)
          .onComplete(
              done -> {
                taken.leave();
                meters.stop(sample);
                if (done.succeeded()) {
                  answer(request.response(), head, submitter, done.result());
                } else {
                  fail(request, done.cause());
                }
              });
    } catch (Rejected why) {
      if (ticket != null) {
        ticket.leave();
      }
      meters.stop(sample);
      reject(request, why);
    }
  }

  private Submitter authenticate(HttpServerRequest request) {
    Submitter submitter = keys.find(request.getHeader("Authorization"));
    if (submitter == null) {
      audit.unauthorized(request);
      throw Rejected.unauthorized();
    }
    return submitter;
  }

  private Future<List<Judged>> judge(
      byte[] body, RequestHead head, Submitter submitter, Admission.Ticket ticket) {
    Instant receivedAt = clock.instant();
    Callable<List<Judged>> work =
        () -> {
          byte[] plain = head.isGzip() ? unpack(body, ticket) : body;
          return judging.judge(plain, head.isBatch(), submitter, receivedAt);
        };
    if (head.isGzip() || body.length > ON_LOOP_BYTES_MAX) {
      return vertx.executeBlocking(work, false);
    }
    try {
      return Future.succeededFuture(work.call());
    } catch (Exception e) {
      return Future.failedFuture(e);
    }
  }

  private byte[] unpack(byte[] packed, Admission.Ticket ticket) {
    ticket.hold((long) packed.length + limits.bodyBytesMax());
    byte[] plain = Gunzip.unpack(packed, limits.bodyBytesMax());
    ticket.hold((long) packed.length + plain.length);
    return plain;
  }

  /** Hands on what no rule refused, in one call; where nothing is left nothing is called. */
  private Future<List<Answer>> count(List<Judged> forms) {
    List<Submission> sound = new ArrayList<>(forms.size());
    for (Judged form : forms) {
      if (form instanceof Judged.Sound s) {
        sound.add(s.submission());
      }
    }
    return sound.isEmpty() ? Future.succeededFuture(List.of()) : counting.count(sound);
  }

  private Future<List<Answered>> counted(List<Judged> forms) {
    return count(forms).map(answers -> Answered.join(forms, answers));
  }

  /**
   * From here on the forms are counted: a crash loses the answer, and the sender's retry finds
   * them.
   */
  private void answer(
      HttpServerResponse response, RequestHead head, Submitter submitter, List<Answered> forms) {
    for (Answered form : forms) {
      note(form, submitter);
    }
    if (head.isBatch()) {
      AnswerWriter.batch(response, forms);
    } else {
      AnswerWriter.single(response, forms.get(0));
    }
  }

  private void note(Answered answered, Submitter submitter) {
    meters.answered(answered.outcome(), submitter.id(), answered.station());
    keys.tallies().answered(submitter.id(), answered.outcome(), clock.millis());
    Answer answer = answered.answer();
    if (answer == null) {
      meters.refused("malformed");
      return;
    }
    switch (answer.status()) {
      case REFUSED ->
          answer.findings().stream().map(Finding::code).map(Enum::name).forEach(meters::refused);
      case COUNTED, STORED, HELD, DUPLICATE -> {
        if (answered.form() instanceof Judged.Sound sound) {
          images.accepted(sound.submission().form());
        }
      }
      case STALE, CONFLICT -> {}
    }
  }

  private void fail(HttpServerRequest request, Throwable cause) {
    if (cause instanceof Rejected rejected) {
      reject(request, rejected);
    } else if (cause instanceof Counting.Busy busy) {
      String why = Objects.requireNonNullElse(busy.getMessage(), "the count is busy");
      reject(request, Rejected.busy(why, busy.retryAfterSeconds()));
    } else if (cause instanceof BodyReading.Gone) {
      meters.refused("gone");
    } else {
      LOG.error("a request for {} failed", PATH, cause);
      reject(request, Rejected.internal());
    }
  }

  private void reject(HttpServerRequest request, Rejected why) {
    meters.refused(why.problem().code());
    Lingering.reject(vertx, request, why, limits.bodyBytesMax());
  }
}
