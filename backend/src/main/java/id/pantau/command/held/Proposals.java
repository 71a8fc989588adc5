package id.pantau.command.held;

import id.pantau.command.Reply;
import id.pantau.model.Election;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open proposals, in Redis, so that the second person may sit at another node and a restart
 * loses none. Whoever acts on a form takes its turn first: there is one at a time over all nodes,
 * and it runs out by itself where a node dies in the middle. To be used on one context.
 */
final class Proposals {
  private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);
  private static final int TURN_MILLIS = 15_000;
  private static final int KEPT_MILLIS = 24 * 60 * 60 * 1000;

  /** Long enough for every node's board to have heard of the newer form. */
  private static final int SETTLED_MILLIS = 60_000;

  private static final int TOKEN_BYTES = 12;

  private final Election election;
  private final RedisKeys keys;
  private final RedisLink link;
  private final String script;
  private final SecureRandom random = new SecureRandom();

  Proposals(Vertx vertx, Settings.Redis redis, Election election) {
    this.election = election;
    this.keys = new RedisKeys(election.id());
    this.link =
        new RedisLink(
            vertx, redis, keys.proposal("", ""), "decisions", up -> Future.succeededFuture());
    try (InputStream in = Proposals.class.getResourceAsStream("proposal.lua")) {
      byte[] code = Objects.requireNonNull(in, "proposal.lua is not packed").readAllBytes();
      this.script = new String(code, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects, from the context that it is used on. */
  void start() {
    link.start();
  }

  Future<Void> close() {
    return link.close();
  }

  /**
   * What is proposed of held forms, in their order, null where nothing is; what is about an older
   * revision is nothing. Fails with {@link Reply.No} 503 where Redis is away.
   */
  Future<List<@Nullable Proposal>> of(List<Held> forms) {
    if (forms.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Request request = Request.cmd(Command.MGET);
    forms.forEach(held -> request.arg(key(held)));
    return link.send(request)
        .recover(Proposals::away)
        .map(
            values -> {
              List<@Nullable Proposal> open = new ArrayList<>();
              for (int i = 0; i < forms.size(); i++) {
                Response value = values.get(i);
                boolean settled = value != null && Proposal.settledRevision(value.toString()) >= 0;
                Proposal each = settled ? null : read(value, forms.get(i));
                boolean older = each != null && each.wish().revision() != forms.get(i).revision();
                open.add(older ? null : each);
              }
              return open;
            });
  }

  /**
   * Takes the turn on a form; fails with {@link Reply.No}, 409 {@code busy} while another has it.
   */
  Future<Turn> begin(Held held) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    String key = key(held);
    return link.batch(
            List.of(
                Request.cmd(Command.SET)
                    .arg(turnKey(held))
                    .arg(token)
                    .arg("NX")
                    .arg("PX")
                    .arg(TURN_MILLIS),
                Request.cmd(Command.GET).arg(key)))
        .recover(Proposals::away)
        .map(
            answers -> {
              if (answers.get(0) == null) {
                throw new Reply.No(409, "busy", "a decision on this form is just being written");
              }
              Response value = answers.get(1);
              int settled = value == null ? -1 : Proposal.settledRevision(value.toString());
              return new Turn(held, token, settled, settled < 0 ? read(value, held) : null);
            });
  }

  private String key(Held held) {
    return keys.proposal(
        election.contests().get(held.contest()).id(),
        election.areas().stationAt(held.province(), held.slot()).code());
  }

  private String turnKey(Held held) {
    return key(held) + ":turn";
  }

  private @Nullable Proposal read(@Nullable Response value, Held held) {
    if (value == null) {
      return null;
    }
    Proposal proposal =
        Proposal.read(
            value.toString(),
            held.contest(),
            election.contests().get(held.contest()),
            election.areas().stationAt(held.province(), held.slot()));
    if (proposal == null) {
      LOG.error("what Redis holds at {} is no proposal that this node knows", key(held));
    }
    return proposal;
  }

  private static <T> Future<T> away(Throwable why) {
    LOG.warn("proposals cannot be read: {}", why.toString());
    return Future.failedFuture(
        new Reply.No(503, "redis-away", "proposals are in Redis, and Redis does not answer"));
  }

  /** One person's turn on one form. It ends once, with what it came to. */
  final class Turn {
    private final Held held;
    private final String token;
    private final int settled;
    private final @Nullable Proposal open;
    private boolean ended;

    private Turn(Held held, String token, int settled, @Nullable Proposal open) {
      this.held = held;
      this.token = token;
      this.settled = settled;
      this.open = open;
    }

    /** True where this form was settled a moment ago, and our board has not heard of it yet. */
    boolean isSettled() {
      return settled >= held.revision();
    }

    /** What was proposed when the turn began, of whatever revision. */
    @Nullable Proposal open() {
      return open;
    }

    /**
     * Puts a proposal in the place of any other. A crash before leaves the entry in the trail
     * alone, and both people begin anew.
     */
    Future<Void> put(Proposal proposal) {
      return end("put", proposal.text(), KEPT_MILLIS);
    }

    /** It was settled: for a moment nobody begins anew on a board that has not heard of it. */
    Future<Void> settled() {
      return end("put", Proposal.settled(held.revision()), SETTLED_MILLIS);
    }

    /** Nothing is proposed any more. */
    Future<Void> drop() {
      return end("drop", "", 0);
    }

    /** Ends it where it has not ended; what was proposed stays. It may also run out by itself. */
    Future<Void> leave() {
      return ended ? Future.succeededFuture() : end("keep", "", 0).otherwiseEmpty();
    }

    private Future<Void> end(String what, String proposal, int keptMillis) {
      ended = true;
      Request request =
          Request.cmd(Command.EVAL)
              .arg(script)
              .arg(2)
              .arg(turnKey(held))
              .arg(key(held))
              .arg(token)
              .arg(what)
              .arg(proposal)
              .arg(keptMillis);
      return link.send(request)
          .recover(Proposals::away)
          .compose(
              done ->
                  done.toInteger() == 1
                      ? Future.succeededFuture()
                      : Future.failedFuture(
                          new Reply.No(409, "busy", "it took too long; look at the form again")));
    }
  }
}
