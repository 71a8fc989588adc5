package id.pantau.intake;

import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Submission;
import id.pantau.model.Verdict;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses and judges the forms of one body. Computes only: may run on any thread. */
final class Judging {
  private final FormParser parser;
  private final Judge judge;
  private final Sightings images;
  private final int formsMax;

  /**
   * @param formsMax forms of one batch
   */
  Judging(FormParser parser, Judge judge, Sightings images, int formsMax) {
    this.parser = parser;
    this.judge = judge;
    this.images = images;
    this.formsMax = formsMax;
  }

  /**
   * Judges one form, or the lines of a batch; every line stands for itself.
   *
   * @return in the order of the body
   * @throws Rejected where the whole body is: not UTF-8, nothing in it, too many lines
   */
  List<Judged> judge(byte[] body, boolean isBatch, Submitter submitter, Instant receivedAt) {
    CharBuffer text = Text.decode(body);
    if (text == null) {
      throw Rejected.malformed("the body is not UTF-8");
    }
    if (text.isEmpty()) {
      throw Rejected.malformed("the body is empty");
    }
    Reading reading = new Reading(text, submitter, receivedAt);
    if (!isBatch) {
      return List.of(reading.line(1, 0, text.length()));
    }
    return reading.lines();
  }

  /** One body while it is read; remembers its own images, a batch may show one photo twice. */
  private final class Reading implements Sightings {
    private final CharBuffer text;
    private final Submitter submitter;
    private final Instant receivedAt;
    private final Map<String, String> placeOfImage = new HashMap<>();

    Reading(CharBuffer text, Submitter submitter, Instant receivedAt) {
      this.text = text;
      this.submitter = submitter;
      this.receivedAt = receivedAt;
    }

    /** Every line; the newline after the last one begins no other. */
    List<Judged> lines() {
      List<Judged> judged = new ArrayList<>();
      char[] chars = text.array();
      int start = text.arrayOffset() + text.position();
      int end = text.length();
      int from = 0;
      while (from < end) {
        int to = from;
        while (to < end && chars[start + to] != '\n') {
          to++;
        }
        if (judged.size() == formsMax) {
          throw Rejected.tooLarge("a batch has at most " + formsMax + " lines");
        }
        judged.add(line(judged.size() + 1, from, to - from));
        from = to + 1;
      }
      return judged;
    }

    Judged line(int number, int from, int length) {
      Form form;
      try {
        form = parser.parse(text, from, length);
      } catch (Malformed e) {
        return new Judged.Broken(number, e);
      }
      Verdict verdict = judge.judge(form, submitter.speaker(), this);
      if (verdict.outcome() == Verdict.Outcome.REFUSED) {
        return new Judged.Refused(number, form, verdict.findings());
      }
      for (Image image : form.images()) {
        if (image.sha256() != null) {
          placeOfImage.putIfAbsent(image.sha256(), form.contest() + "/" + form.station());
        }
      }
      return new Judged.Sound(number, new Submission(form, verdict, submitter.id(), receivedAt));
    }

    @Override
    public @Nullable String elsewhere(String sha256, String contest, String station) {
      String before = images.elsewhere(sha256, contest, station);
      if (before != null) {
        return before;
      }
      String here = placeOfImage.get(sha256);
      return here == null || here.equals(contest + "/" + station) ? null : here;
    }
  }
}
