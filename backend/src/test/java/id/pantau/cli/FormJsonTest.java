package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The texts are those of wire-protocol.md §6. */
final class FormJsonTest {
  private static final String HEAD =
      "{\"contest\":\"ppwp\",\"station\":\"1101012001001\",\"generation\":0,\"revision\":";

  @Test
  void bytes_everythingWritten_isTheExampleOfTheProtocol() {
    Map<String, Integer> votes = new LinkedHashMap<>();
    votes.put("100025", 144);
    votes.put("100026", 19);
    votes.put("100027", 2);
    Form form =
        new Form(
            "ppwp",
            "1101012001001",
            0,
            1,
            Method.MACHINE,
            OffsetDateTime.parse("2024-02-14T16:20:00+07:00"),
            Form.Section.VOTES,
            votes,
            165,
            1,
            166,
            new Electors(284, 139, 145),
            new Users(
                new Electors(236, 110, 126),
                new Electors(1, 1, 0),
                new Electors(2, 1, 1),
                new Electors(239, 112, 127)),
            new Ballots(290, 166, 0, 124),
            List.of(new Image(1, "https://example.org/1.jpg", "ab")),
            Reason.NEW);
    String expected =
        HEAD
            + """
            1,"method":"machine","recordedAt":"2024-02-14T16:20:00+07:00",\
            "votes":{"100025":144,"100026":19,"100027":2},"valid":165,"invalid":1,"total":166,\
            "registered":{"all":284,"male":139,"female":145},\
            "users":{"dpt":{"all":236,"male":110,"female":126},\
            "dptb":{"all":1,"male":1,"female":0},"dpk":{"all":2,"male":1,"female":1},\
            "all":{"all":239,"male":112,"female":127}},\
            "ballots":{"received":290,"used":166,"returned":0,"unused":124},\
            "images":[{"page":1,"url":"https://example.org/1.jpg","sha256":"ab"}]}""";
    assertEquals(expected, json(form));
  }

  @Test
  void bytes_nothingWritten_leavesItOut() {
    assertEquals(
        HEAD + "1,\"method\":\"single\"}", json(bare(1, Form.Section.ADMINISTRATIVE, Reason.NEW)));
  }

  @Test
  void bytes_withdrawal_saysNullAndWhy() {
    Reason reason =
        new Reason(
            Reason.Kind.WITHDRAWN, "a \"note\"", List.of("T01"), List.of("A", "B"), "D.Hasil 7");
    assertEquals(
        HEAD
            + """
            2,"method":"single","votes":null,"reason":{"kind":"withdrawn","note":"a \\"note\\"",\
            "codes":["T01"],"by":["A","B"],"cites":"D.Hasil 7"}}""",
        json(bare(2, Form.Section.WITHDRAWAL, reason)));
  }

  private static Form bare(int revision, Form.Section section, Reason reason) {
    return new Form(
        "ppwp",
        "1101012001001",
        0,
        revision,
        Method.SINGLE,
        null,
        section,
        Map.of(),
        null,
        null,
        null,
        Electors.NONE,
        Users.NONE,
        Ballots.NONE,
        List.of(),
        reason);
  }

  private static String json(Form form) {
    return new String(FormJson.bytes(form), StandardCharsets.UTF_8);
  }
}
