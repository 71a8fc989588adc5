package id.pantau.command.signin;

import id.pantau.command.Trail;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides on attempts to sign in. Whatever is wrong, the answer is the same and so is the work.
 * Used on one event loop; only hashing leaves it.
 */
public final class SignIn {
  private static final int HASHING_THREADS = 1;

  /** Attempts that wait for their hash, at some tenths of a second each. */
  private static final int WAITING_MAX = 20;

  private final Operators operators;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Trail trail;
  private final InstantSource clock;
  private final WorkerExecutor hashing;
  private final Future<Passwords> passwords;
  private final byte[] noSecret = Passwords.random(Totp.SECRET_BYTES);

  private final UsedCodes codes;
  private int waiting;

  /** Why somebody was not let in. */
  static final class No extends Exception {
    private static final long serialVersionUID = 1;

    /** What was wrong, as far as is told. */
    enum Kind {
      WRONG,
      LOCKED,
      BUSY
    }

    final transient Kind kind;
    final long waitSeconds;

    No(Kind kind, long waitSeconds) {
      super(kind.name(), null, false, false);
      this.kind = kind;
      this.waitSeconds = waitSeconds;
    }
  }

  public SignIn(
      Vertx vertx,
      Operators operators,
      Sessions sessions,
      Settings.Command limits,
      Trail trail,
      InstantSource clock) {
    this.operators = operators;
    this.codes = operators.codes();
    this.sessions = sessions;
    this.throttle = new Throttle(limits.attemptsMax(), limits.lockSeconds(), clock);
    this.trail = trail;
    this.clock = clock;
    this.hashing = vertx.createSharedWorkerExecutor("pantau-sign-in", HASHING_THREADS);
    this.passwords = hashing.executeBlocking(Passwords::new);
  }

  /** A session, or {@link No}; fails otherwise where the trail cannot be written. */
  Future<Sessions.Opened> attempt(Attempt attempt) {
    long wait = waitSeconds(attempt);
    if (wait > 0) {
      return Future.failedFuture(new No(No.Kind.LOCKED, wait));
    }
    if (waiting >= WAITING_MAX) {
      return Future.failedFuture(new No(No.Kind.BUSY, 1));
    }
    waiting++;
    Account account = operators.find(attempt.name());
    String hash = account == null ? null : account.hash();
    return passwords
        .compose(p -> hashing.executeBlocking(() -> p.verify(hash, attempt.password()), true))
        .onComplete(done -> waiting--)
        .compose(same -> decide(attempt, account, same));
  }

  /**
   * Decides one attempt after the other, each under the lock that those before it earned: many at
   * once get no more tries than one by one.
   */
  private Future<Sessions.Opened> decide(
      Attempt attempt, @Nullable Account account, boolean samePassword) {
    long wait = waitSeconds(attempt);
    if (wait > 0) {
      return Future.failedFuture(new No(No.Kind.LOCKED, wait));
    }
    byte[] known = account == null ? null : Base32.decode(account.secret());
    long used = codes.last(attempt.name());
    long step = Totp.match(known == null ? noSecret : known, attempt.code(), clock.instant(), used);
    if (account == null || !samePassword || step == Totp.NONE) {
      return refuse(attempt);
    }
    codes.use(account.id(), step);
    throttle.right(name(attempt));
    JsonObject details = new JsonObject().put("address", attempt.address());
    return hashing
        .executeBlocking(this::keepCodes)
        .compose(kept -> trail.write(account.id(), "sign-in", "", details))
        .map(written -> sessions.open(account));
  }

  /** A crash after it costs the person one code. */
  private boolean keepCodes() throws IOException {
    codes.keep();
    return true;
  }

  private Future<Sessions.Opened> refuse(Attempt attempt) {
    boolean nameLocked = throttle.wrong(name(attempt));
    boolean addressLocked = throttle.wrong(address(attempt));
    JsonObject details = new JsonObject().put("address", attempt.address());
    Future<Void> written = trail.write(tried(attempt), "sign-in-wrong", "", details);
    if (nameLocked || addressLocked) {
      details.put("lockedSeconds", waitSeconds(attempt));
      written = written.compose(ok -> trail.write(tried(attempt), "locked-out", "", details));
    }
    return written.compose(ok -> Future.failedFuture(new No(No.Kind.WRONG, 0)));
  }

  private long waitSeconds(Attempt attempt) {
    return Math.max(throttle.waitSeconds(name(attempt)), throttle.waitSeconds(address(attempt)));
  }

  private static String name(Attempt attempt) {
    return "name " + attempt.name();
  }

  private static String address(Attempt attempt) {
    return "address " + attempt.address();
  }

  /** What somebody typed as a name may be anything, a password too: only ids are written down. */
  private static String tried(Attempt attempt) {
    return attempt.name().matches("[A-Za-z0-9.-]{1,64}") ? attempt.name() : "?";
  }
}
