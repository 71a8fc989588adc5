package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packed content: nothing of a form is lost, and equal bytes mean equal forms and the reverse. */
final class FormContentTest {
  private static final Election ELECTION = ElectionReader.packed("contoh");
  private static final int FORMS = 20_000;

  @Test
  void unpack_whatWasPacked_isTheSameForm() {
    RandomForms forms = new RandomForms(1, ELECTION.contests());
    for (int i = 0; i < FORMS; i++) {
      Form form = forms.next();
      byte[] content = pack(form);
      assertEquals(form, FormContent.unpack(content, ELECTION::contest));
      assertEquals(
          new FormContent.Key(form.contest(), form.station(), form.generation(), form.revision()),
          FormContent.key(content));
    }
  }

  @Test
  void pack_votesInAnyOrder_areTheSameBytes() {
    RandomForms forms = new RandomForms(2, ELECTION.contests());
    for (int i = 0; i < 1_000; i++) {
      Form form = forms.next();
      List<String> order = new ArrayList<>(form.votes().keySet());
      Collections.shuffle(order, new Random(i));
      Map<String, Integer> votes = new LinkedHashMap<>();
      order.forEach(choice -> votes.put(choice, Objects.requireNonNull(form.votes().get(choice))));
      assertArrayEquals(pack(form), pack(with(form, votes)));
    }
  }

  @Test
  void pack_differentForms_areDifferentBytesAndHashes() {
    RandomForms forms = new RandomForms(3, ELECTION.contests());
    Map<String, Form> byBytes = new HashMap<>();
    Map<Long, Form> byHash = new HashMap<>();
    for (int i = 0; i < FORMS; i++) {
      Form form = forms.next();
      byte[] content = pack(form);
      Form before = byBytes.putIfAbsent(HexFormat.of().formatHex(content), form);
      Form hashed = byHash.putIfAbsent(FormContent.hashAsLong(FormContent.hash(content)), form);
      if (before != null) {
        assertEquals(before, form);
      }
      if (hashed != null) {
        assertEquals(hashed, form);
      }
    }
  }

  /** Logs and journals are read by later versions: the bytes of version 1 stay what they are. */
  @Test
  void unpack_theExampleOfTheDocuments_isThatForm() {
    Form form = Examples.form();
    assertEquals(Examples.CONTENT, HexFormat.of().formatHex(pack(form)));
    assertEquals(
        form, FormContent.unpack(HexFormat.of().parseHex(Examples.CONTENT), ELECTION::contest));
  }

  @Test
  void unpack_cutShort_throwsInsteadOfMakingNumbersUp() {
    RandomForms forms = new RandomForms(4, ELECTION.contests());
    for (int i = 0; i < 300; i++) {
      byte[] content = pack(forms.next());
      for (int length = 1; length < content.length; length++) {
        byte[] cut = java.util.Arrays.copyOf(content, length);
        assertThrows(
            IndexOutOfBoundsException.class, () -> FormContent.unpack(cut, ELECTION::contest));
      }
    }
  }

  @Test
  void unpack_unknownVersionOrContest_saysSo() {
    byte[] content = pack(Examples.form());
    assertThrows(
        IllegalArgumentException.class, () -> FormContent.unpack(content, contest -> null));
    content[0] = 2;
    assertThrows(
        IllegalArgumentException.class, () -> FormContent.unpack(content, ELECTION::contest));
  }

  private static byte[] pack(Form form) {
    Contest contest = Objects.requireNonNull(ELECTION.contest(form.contest()));
    return FormContent.pack(form, contest);
  }

  private static Form with(Form f, Map<String, Integer> votes) {
    return new Form(
        f.contest(),
        f.station(),
        f.generation(),
        f.revision(),
        f.method(),
        f.recordedAt(),
        f.section(),
        votes,
        f.valid(),
        f.invalid(),
        f.total(),
        f.registered(),
        f.users(),
        f.ballots(),
        f.images(),
        f.reason());
  }
}
