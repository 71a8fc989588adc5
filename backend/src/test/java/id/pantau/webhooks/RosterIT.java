package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.platform.Acts;
import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks that are kept, given up, stopped and refused. */
final class RosterIT {
  @TempDir private static Path folder = Path.of("");
  private static CountRig rig;

  @BeforeAll
  static void start() {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void gone_isDisabledAtOnce_shown_keptOverARestart_andBeginsWithAPingWhenResumed() {
    try (Night night = new Night(rig, "gone", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.untilHas(receiver, "0");
      receiver.answer(410);
      night.counted(Night.STATIONS.get(0));
      night.node.until(fresh.id(), Webhooks.State.DISABLED);
      assertEquals("gone", night.node.row(fresh.id()).why());
      Waiting.until("its health says so", () -> night.node.health().equals("1 disabled"));
      Waiting.until("the file says so", () -> night.file().contains("\"gone\""));
      int before = receiver.got().size();
      night.node.close();
      try (WebhooksNode again = night.again(Acts.NONE)) {
        assertEquals("gone", again.row(fresh.id()).why());
        assertEquals("disabled", Night.code(again.webhooks().test(fresh.id())));
        receiver.answer(200);
        Waiting.get(again.webhooks().resume(fresh.id()));
        again.until(fresh.id(), Webhooks.State.WORKING);
        Waiting.until("the state follows", () -> receiver.got().size() == before + 2);
      }
      assertEquals("id.pantau.ping", receiver.got().get(before).type());
    }
  }

  @Test
  void failingForLongerThanAllowed_isDisabled() {
    Settings.Webhooks quick = Limits.quick();
    try (Night night = new Night(rig, "dead", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      receiver.answer(500);
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0");
      Waiting.until("it fails", () -> night.file().contains("\"failingSince\" : \"20"));
      night.node.close();
      // As if it had failed for as long as that.
      String since = Instant.now().minus(quick.disableAfterHours(), ChronoUnit.HOURS).toString();
      String old =
          night.file().replaceAll("(\"failingSince\" : )\"[^\"]+\"", "$1\"" + since + "\"");
      night.file(old);
      try (WebhooksNode again = night.again(Acts.NONE)) {
        again.until(fresh.id(), Webhooks.State.DISABLED);
        assertEquals("failed", again.row(fresh.id()).why());
        int sent = receiver.got().size();
        Waiting.until("a beat or two", () -> again.health().equals("1 disabled"));
        assertEquals(sent, receiver.got().size());
      }
    }
  }

  @Test
  void brokenFile_isLeftAlone_andTheNodeStartsWithoutWebhooks() {
    try (Night night = new Night(rig, "broken", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.node.close();
      night.file(night.file() + "x");
      String broken = night.file();
      try (WebhooksNode again = night.again(Acts.NONE)) {
        assertTrue(again.health().startsWith("no webhook is served: "), again.health());
        assertEquals(List.of(), Waiting.get(again.webhooks().all()));
        Webhooks.Wish wish =
            new Webhooks.Wish("x", receiver.url(), List.of("ppwp/0"), false, "siti");
        assertEquals("no-file", Night.code(again.webhooks().checked(wish)));
        assertEquals("no-file", Night.code(again.webhooks().add(wish)));
      }
      assertEquals(broken, night.file());
    }
  }

  @Test
  void restart_keepsRegistrations_andSendsTheStatesOfNow_notWhatWasMissed() {
    try (Night night = new Night(rig, "restart", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0", "ppwp/02");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.untilHas(receiver, "02");
      night.node.close();
      for (int i = 0; i < Night.STATIONS.size(); i++) {
        night.counted(Night.STATIONS.get(i));
      }
      int before = receiver.got().size();
      try (WebhooksNode again = night.again(Acts.NONE)) {
        Waiting.until(
            "all is known",
            () -> again.board().figures("ppwp", "0").get(0) == Night.STATIONS.size());
        Waiting.until("nothing waits", () -> receiver.got().size() == before + 2);
        Waiting.until("it knows so", () -> again.row(fresh.id()).pending() == 0);
        for (Receiver.Got got : receiver.got().subList(before, before + 2)) {
          assertEquals(
              again.board().results("ppwp", got.subject().substring(5)).path("digest").asText(),
              Night.digest(got));
        }
      }
    }
  }

  @Test
  void limitsAndOddWishes_areRefused() {
    try (Night night = new Night(rig, "limits", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks hooks = night.node.webhooks();
      String url = receiver.url();
      for (var wrong :
          Map.of(
                  "label", new Webhooks.Wish(" ", url, List.of("ppwp/0"), false, "siti"),
                  "no-topics", new Webhooks.Wish("x", url, List.of(), false, "siti"),
                  "unknown-topic", new Webhooks.Wish("x", url, List.of("ppwp/77"), false, "siti"),
                  "address",
                      new Webhooks.Wish("x", "https://10.0.0.1/", List.of("ppwp/0"), false, "siti"))
              .entrySet()) {
        assertEquals(wrong.getKey(), Night.code(hooks.checked(wrong.getValue())));
      }
      for (String odd :
          List.of("", "x", "https://", "ftp://a.example/", url + "#x", "http://a b/")) {
        assertEquals(
            "address",
            Night.code(
                hooks.checked(new Webhooks.Wish("x", odd, List.of("ppwp/0"), false, "siti"))),
            odd);
      }
      assertEquals("unknown-webhook", Night.code(hooks.remove("w-none")));
      for (int i = 0; i < Limits.quick().hooksMax(); i++) {
        night.node.register(url, false, "ppwp/0");
      }
      Webhooks.Wish more = new Webhooks.Wish("x", url, List.of("ppwp/0"), false, "siti");
      assertEquals("full", Night.code(hooks.checked(more)));
      assertEquals("full", Night.code(hooks.add(more)));
    }
  }

  @Test
  void paused_sendsNothing_resumed_sendsTheStateOfNow_rotated_signsWithBoth() {
    try (Night night = new Night(rig, "paused", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks hooks = night.node.webhooks();
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.untilHas(receiver, "0");
      Waiting.get(hooks.pause(fresh.id()));
      int before = receiver.got().size();
      night.counted(Night.STATIONS.get(0));
      Waiting.until("it waits", () -> night.node.row(fresh.id()).pending() == 1);
      assertEquals("paused", Night.code(hooks.test(fresh.id())));
      Webhooks.Fresh other = Waiting.get(hooks.rotate(fresh.id()));
      assertNotEquals(fresh.secret(), other.secret());
      assertNotNull(night.node.row(fresh.id()).oldSecretUntil());
      assertEquals(before, receiver.got().size());
      Waiting.get(hooks.resume(fresh.id()));
      night.untilHas(receiver, "0");
      Receiver.Got got = receiver.got().get(before);
      assertEquals(Night.RESULT, got.type());
      assertEquals(
          Night.signatures(got, other.secret(), fresh.secret()), got.header("webhook-signature"));
      Waiting.get(hooks.remove(fresh.id()));
      assertEquals(List.of(), Waiting.get(hooks.all()));
      assertTrue(!night.file().contains("whsec_"));
    }
  }
}
