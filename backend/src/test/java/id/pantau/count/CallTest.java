package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a node sends of a batch: where records begin, and what its areas gain. */
final class CallTest {
  private static final String STATION = "0102011001001";
  private static final String NEIGHBOUR = "0102011001002";
  private static final String ELSEWHERE = "0101011001001";

  private final Election election = CountRig.election("call");
  private final Contest contest = Objects.requireNonNull(election.contest("ppwp"));
  private final Forms forms = new Forms(election);

  private Item item(Submission form) {
    Station station = Objects.requireNonNull(election.areas().station(form.form().station()));
    return Item.of(form, contest, station);
  }

  private Call call(Submission... batch) {
    Call call = new Call(election.areas(), contest);
    for (Submission each : batch) {
      call.add(item(each));
    }
    return call;
  }

  @Test
  void gains_countedAndHeldForms_areTheSumsOfEachAreaInTheOrderOfItsKeys() {
    Call call =
        call(
            forms.sound("ppwp", STATION, 1, Method.MACHINE, 10, 20, 30),
            forms.sound("ppwp", ELSEWHERE, 1, Method.MACHINE, 1, 2, 3),
            forms.unproven("ppwp", NEIGHBOUR, 1, 500, 0, 0));

    assertEquals(List.of("0102", "0101"), call.kabupaten());
    assertEquals(List.of("010201", "010101"), call.kecamatan());
    assertArrayEquals(new byte[] {1, 2}, call.liesIn());
    ByteBuffer gains = ByteBuffer.wrap(call.gains());
    long[] both = {10, 20, 30, 1, 1};
    long[] other = {1, 2, 3, 1, 0};
    assertArrayEquals(new long[] {11, 22, 33, 2, 1}, row(gains));
    assertArrayEquals(both, row(gains));
    assertArrayEquals(other, row(gains));
    assertArrayEquals(both, row(gains));
    assertArrayEquals(other, row(gains));
    assertEquals(0, gains.remaining());
  }

  @Test
  void items_ofAStation_sayWhereItsRecordBegins() {
    Submission form = forms.sound("ppwp", NEIGHBOUR, 1, Method.MACHINE, 10, 20, 30);
    Item item = item(form);
    ByteBuffer sent = ByteBuffer.wrap(call(form).items());

    assertEquals(1, sent.getShort());
    assertEquals(3 + item.packed().length, sent.getShort());
    byte[] text = new byte[sent.get()];
    sent.duplicate().get(text);
    int begins = item.station().slot() * CountingRecord.size(contest);
    assertEquals("#" + begins, new String(text, StandardCharsets.US_ASCII));
    byte[] record = new byte[CountingRecord.size(contest)];
    sent.position(sent.position() + 10).get(record);
    assertArrayEquals(item.record(), record);
    assertEquals(0, sent.remaining());
  }

  @Test
  void isMostlyFirst_ofMoreRevisionsThanFirstForms_isFalse() {
    Submission first = forms.sound("ppwp", STATION, 1, Method.MACHINE, 10, 20, 30);
    Submission revision = forms.sound("ppwp", STATION, 2, Method.MACHINE, 10, 20, 31);
    Submission other = forms.sound("ppwp", NEIGHBOUR, 2, Method.MACHINE, 1, 2, 3);
    assertTrue(call(first, revision).isMostlyFirst());
    assertFalse(call(first, revision, other).isMostlyFirst());
  }

  /** Votes as u40, then counted and held as u32. */
  private static long[] row(ByteBuffer gains) {
    long[] row = new long[5];
    for (int choice = 0; choice < 3; choice++) {
      row[choice] = (long) (gains.get() & 0xff) << 32 | (gains.getInt() & 0xffffffffL);
    }
    row[3] = gains.getInt();
    row[4] = gains.getInt();
    return row;
  }
}
