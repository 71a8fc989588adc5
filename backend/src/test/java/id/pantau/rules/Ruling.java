package id.pantau.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.pantau.model.Code;
import id.pantau.model.Finding;
import id.pantau.model.Verdict;
import id.pantau.model.Verdict.Outcome;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the judge says of a draft, and what a test expects of it. */
record Ruling(Verdict verdict) {
  private static final Judge JUDGE = new Judge(Sample.election());

  static Ruling on(Consumer<Draft> change) {
    return on(change, Sample.everywhere(), Sightings.NONE);
  }

  static Ruling on(Consumer<Draft> change, Speaker speaker, Sightings images) {
    Draft draft = new Draft();
    change.accept(draft);
    return new Ruling(JUDGE.judge(draft.form(), speaker, images));
  }

  Set<Code> codes() {
    return verdict.findings().stream().map(Finding::code).collect(Collectors.toSet());
  }

  /** Ends so, with exactly these codes. */
  void is(Outcome outcome, Code... codes) {
    assertEquals(Set.of(codes), codes(), verdict::toString);
    assertEquals(codes.length, verdict.findings().size(), verdict::toString);
    assertEquals(outcome, verdict.outcome(), verdict::toString);
  }

  /** Has that code with these words and fields. */
  void says(Code code, String message, String... fields) {
    List<Finding> found = verdict.findings().stream().filter(f -> f.code() == code).toList();
    assertEquals(List.of(new Finding(code, List.of(fields), message)), found, verdict::toString);
  }

  void lacks(Code code) {
    assertFalse(codes().contains(code), verdict::toString);
  }
}
