package id.pantau.command.signin;

import id.pantau.command.Operator;
import java.time.Instant;

/** One sign-in that still holds. Used on one event loop. */
public final class Session {
  /** Why a session ended; the word in the trail. */
  public enum End {
    SIGN_OUT("sign-out"),
    EXPIRED("session-expired"),
    DISPLACED("session-displaced"),
    REVOKED("session-revoked");

    private final String what;

    End(String what) {
      this.what = what;
    }

    public String what() {
      return what;
    }
  }

  private final String key;
  private final Account account;
  private final Instant expiresAt;
  private Operator operator;
  private Instant seen;

  Session(String key, Account account, Instant now, Instant expiresAt) {
    this.key = key;
    this.account = account;
    this.operator = account.operator();
    this.expiresAt = expiresAt;
    this.seen = now;
  }

  public Operator operator() {
    return operator;
  }

  /** When it ends whatever happens. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** SHA-256 of the cookie's value: the value itself is not kept. */
  String key() {
    return key;
  }

  Instant seen() {
    return seen;
  }

  void touch(Instant now) {
    seen = now;
  }

  /** True where the account is still the one that signed in; takes over its name and roles. */
  boolean renew(Account now) {
    operator = now.operator();
    return now.hash().equals(account.hash()) && now.secret().equals(account.secret());
  }
}
