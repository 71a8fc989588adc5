package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read without unpacking is what unpacking gives. */
final class PackedNumbersTest {
  private final Election election = ElectionReader.packed("contoh");
  private final ContentHash hash = new ContentHash();
  private final PackedNumbers numbers = new PackedNumbers(election);
  private final Random random = new Random(11);
  private final RandomForms forms = new RandomForms(11, election.contests());

  private Station anyStation() {
    int[] provinces = election.areas().provinces();
    int province = provinces[random.nextInt(provinces.length)];
    int stations = election.areas().stations(province);
    return election.areas().stationAt(province, random.nextInt(stations));
  }

  private byte[] packed(Form form, String submitter, @Nullable Position origin) {
    Contest contest = Objects.requireNonNull(election.contest(form.contest()));
    return PackedForm.join(
        new PackedForm.Envelope(submitter, 1_700_000_000_000L, 2, random.nextInt(1 << 20), origin),
        FormContent.pack(form, contest));
  }

  private static Form at(Form form, String station) {
    return new Form(
        form.contest(),
        station,
        form.generation(),
        form.revision(),
        form.method(),
        form.recordedAt(),
        form.section(),
        form.votes(),
        form.valid(),
        form.invalid(),
        form.total(),
        form.registered(),
        form.users(),
        form.ballots(),
        form.images(),
        form.reason());
  }

  @Test
  void read_anyForm_isWhatUnpackingGives() {
    for (int i = 0; i < 20_000; i++) {
      Station station = anyStation();
      boolean refilled = random.nextBoolean();
      Form form = at(forms.next(), station.code());
      byte[] packed =
          packed(form, "key-" + random.nextInt(3), refilled ? new Position(2, 77) : null);
      numbers.read(packed);
      same(packed);
      byte[] content = PackedForm.content(packed);
      assertEquals(FormContent.hashAsLong(FormContent.hash(content)), hash.of(packed));
      assertEquals(station.code().substring(0, 2), PackedForm.province(packed));
      assertEquals(station.slot(), numbers.slot());
      assertEquals(station.village(), numbers.village());
      assertEquals(refilled, numbers.isRefilled());
    }
  }

  private void same(byte[] packed) {
    Form form = FormContent.unpack(PackedForm.content(packed), election::contest);
    PackedForm.Envelope envelope = PackedForm.envelope(packed);
    assertEquals(form.contest(), election.contests().get(numbers.contest()).id());
    assertEquals(form.generation(), numbers.generation());
    assertEquals(form.revision(), numbers.revision());
    assertEquals(form.method(), numbers.method());
    assertEquals(envelope.submitter(), numbers.submitter());
    assertEquals(envelope.receivedAtMillis(), numbers.receivedAtMillis());
    assertEquals(envelope.codeBits(), numbers.codeBits());
    int choices = election.contests().get(numbers.contest()).choices().size();
    assertArrayEquals(FormContent.votes(PackedForm.content(packed), choices), numbers.votes());
    same(form.valid(), numbers.hasValid(), numbers.valid());
    same(form.invalid(), numbers.hasInvalid(), numbers.invalid());
    same(form.registered().all(), numbers.hasRegistered(), numbers.registered());
    same(form.users().all().all(), numbers.hasUsers(), numbers.users());
  }

  private static void same(@Nullable Integer wanted, boolean has, int value) {
    assertEquals(wanted != null, has);
    assertEquals(wanted == null ? 0 : wanted, value);
  }

  /** A board must not add up what it could never show. */
  @Test
  void read_aFlippedBit_isRefusedWhereUnpackingRefusesIt() {
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] whole = packed(at(forms.next(), anyStation().code()), "key", null);
      for (int bit = 0; bit < 8 * whole.length; bit += 1 + random.nextInt(5)) {
        byte[] packed = whole.clone();
        packed[bit / 8] ^= (byte) (1 << bit % 8);
        if (unpacks(packed)) {
          numbers.read(packed);
          same(packed);
        } else {
          assertThrows(RuntimeException.class, () -> numbers.read(packed));
          refused++;
        }
      }
    }
    assertTrue(refused > 100, "only " + refused + " were refused");
  }

  private boolean unpacks(byte[] packed) {
    try {
      PackedForm.Envelope unused = PackedForm.envelope(packed);
      Form form = FormContent.unpack(PackedForm.content(packed), election::contest);
      return election.areas().station(form.station()) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void read_cutShort_isRefused() {
    byte[] whole = packed(at(forms.next(), anyStation().code()), "key", null);
    for (int length : List.of(0, 1, 8, 20, whole.length - 1)) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThrows(RuntimeException.class, () -> numbers.read(cut));
    }
  }
}
