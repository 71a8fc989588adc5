package id.pantau.command.acts;

import id.pantau.command.Operator;
import id.pantau.command.Reply;
import id.pantau.command.Trail;
import id.pantau.model.Act;
import id.pantau.platform.Acts;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an act happens, of whatever kind: written to the trail first, then in force everywhere. */
public final class Acting {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 8;

  private final Acts acts;
  private final Trail trail;
  private final InstantSource clock;

  public Acting(Acts acts, Trail trail, InstantSource clock) {
    this.acts = acts;
    this.trail = trail;
    this.clock = clock;
  }

  /** A fresh id of an act. */
  static String id() {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return "a-" + HexFormat.of().formatHex(random);
  }

  /** An act about another act or a submitter, from now on. */
  public Act now(
      Act.Kind kind,
      @Nullable String contest,
      String subject,
      Operator who,
      Act.@Nullable Grant grant) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Act(id(), kind, contest, subject, "", Map.of(), now, null, who.id(), grant);
  }

  /**
   * Does it; a crash in between leaves an entry of something that was meant.
   *
   * @param what the trail's word for it
   * @param subject what it is about
   */
  public Future<Void> happen(Act act, String what, String subject, JsonObject details) {
    return trail.write(act.by(), what, subject, details).compose(written -> acts.append(act));
  }

  /** Answers with why an act did not happen. */
  public static void fail(RoutingContext ctx, Throwable why) {
    Reply.fail(
        ctx,
        why instanceof Acts.Full
            ? new Reply.No(409, "full", String.valueOf(why.getMessage()))
            : why);
  }
}
