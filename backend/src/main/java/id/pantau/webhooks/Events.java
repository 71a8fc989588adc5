package id.pantau.webhooks;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Topic;
import id.pantau.platform.ActFields;
import id.pantau.platform.Acts;
import id.pantau.platform.Digest;
import id.pantau.platform.JsonBytes;
import id.pantau.platform.Showing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Makes CloudEvents 1.0 of what the board and the acts say now. A message is named by a key: a
 * topic, {@link #actKey} or {@link #PING}.
 */
final class Events {
  /** The key of a message that says only that the webhook works. */
  static final String PING = "ping";

  static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final String ACT = "act/";
  private final Showing showing;
  private final Acts acts;
  private final Election election;
  private final String source;
  private final InstantSource clock;

  /**
   * @param publicUrl of the site, perhaps empty
   */
  Events(Showing showing, Acts acts, Election election, String publicUrl, InstantSource clock) {
    this.showing = showing;
    this.acts = acts;
    this.election = election;
    this.source =
        publicUrl.isEmpty()
            ? "urn:pantau:" + election.id()
            : publicUrl + "/api/v1/elections#" + election.id();
    this.clock = clock;
  }

  static String actKey(String id) {
    return ACT + id;
  }

  /**
   * True for an act that a receiver which knows none must be told of: it is in force, or ended
   * before the time that an earlier message gave.
   */
  static boolean concerns(Acts.Entry entry, Instant now) {
    Instant until = entry.act().until();
    return entry.act().kind().ofPlace() && until != null && until.isAfter(now);
  }

  /** The keys of all acts that concern a newcomer. */
  List<String> actsToTell() {
    Instant now = clock.instant();
    return acts.all().stream()
        .filter(entry -> concerns(entry, now))
        .map(entry -> actKey(entry.act().id()))
        .toList();
  }

  /** What is to say now; fails as {@link Showing#results} does. */
  Future<Draft> draft(String key) {
    if (key.equals(PING)) {
      return Future.succeededFuture(ping());
    }
    if (key.startsWith(ACT)) {
      return act(key.substring(ACT.length()));
    }
    Topic topic = Objects.requireNonNull(Topic.parse(key));
    return showing
        .results(topic.contest(), topic.area())
        .map(body -> new Draft("id.pantau.result.changed", key, body.digest(), body.json(), false));
  }

  private Draft ping() {
    byte[] data =
        JsonBytes.of(
            g -> {
              g.writeStartObject();
              honesty(g);
              g.writeEndObject();
            });
    return new Draft("id.pantau.ping", election.id(), "", Buffer.buffer(data), false);
  }

  private Future<Draft> act(String id) {
    for (Acts.Entry entry : acts.all()) {
      if (entry.act().id().equals(id)) {
        return Future.succeededFuture(act(entry));
      }
    }
    return Future.failedFuture(new Showing.Unknown("there is no act " + id));
  }

  private Draft act(Acts.Entry entry) {
    Act act = entry.act();
    byte[] data =
        JsonBytes.of(
            g -> {
              g.writeStartObject();
              ActFields.row(g, entry);
              honesty(g);
              g.writeEndObject();
            });
    return new Draft(
        "id.pantau.act", act.id(), Digest.of(data), Buffer.buffer(data), entry.ended() != null);
  }

  private void honesty(JsonGenerator g) throws IOException {
    g.writeBooleanField("isTest", election.isTest());
    g.writeObjectFieldStart("notice");
    for (var said : new TreeMap<>(election.notices()).entrySet()) {
      g.writeStringField(said.getKey(), said.getValue());
    }
    g.writeEndObject();
  }

  /** The whole event in structured mode. */
  byte[] event(Draft draft, String id, Instant time) {
    return JsonBytes.of(
        g -> {
          g.writeStartObject();
          g.writeStringField("specversion", "1.0");
          g.writeStringField("id", id);
          g.writeStringField("source", source);
          g.writeStringField("type", draft.type());
          g.writeStringField("subject", draft.subject());
          g.writeStringField("time", time.toString());
          g.writeStringField("datacontenttype", "application/json");
          g.writeBooleanField("istest", election.isTest());
          g.writeFieldName("data");
          g.writeRawValue(draft.data().toString(StandardCharsets.UTF_8));
          g.writeEndObject();
        });
  }
}
