package id.pantau.command;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The audit trail: who did what to what, and when. Append-only; there is no way to change it. */
public interface Trail {
  /**
   * Writes an act and syncs it, before the act happens: a crash after it leaves an entry of
   * something that was meant, never an act without an entry.
   *
   * @param who an operator's id, or the name that was tried at a sign-in
   * @param what a stable word, {@code sign-in}, {@code decision-proposed}, {@code withhold} …
   * @param subject what it is about: a station, an area, a submitter; empty where nothing
   * @param details figures, reasons, codes; never a password or a key
   * @return fails where the disk does, with {@link Reply.No} 503 {@code no-trail}: then the act
   *     must not happen
   */
  Future<Void> write(String who, String what, String subject, JsonObject details);
}
