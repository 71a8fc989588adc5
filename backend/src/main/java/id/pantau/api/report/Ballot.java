package id.pantau.api.report;

import id.pantau.model.Choice;
import id.pantau.model.Contest;
import java.util.List;

/** What a contest is about, told by how KPU names contests and writes choices. */
final class Ballot {
  /** Between two persons who stand together. */
  private static final String PAIR = " - ";

  private Ballot() {}

  /** True where the votes are for parties: {@code pdpr}, {@code pdprdp-31}, {@code pdprdk-3171}. */
  static boolean isForParties(Contest contest) {
    return contest.id().startsWith("pdpr");
  }

  /** True where governors, regents or mayors are elected: {@code pkwkp-31}, {@code pkwkk-3205}. */
  static boolean isRegional(Contest contest) {
    return contest.id().startsWith("pkwk");
  }

  /** The persons of a choice as the ballot writes them: one, or two who stand together. */
  static List<String> persons(Choice choice) {
    int at = choice.name().indexOf(PAIR);
    boolean two = at > 0 && at == choice.name().lastIndexOf(PAIR);
    return two
        ? List.of(choice.name().substring(0, at), choice.name().substring(at + PAIR.length()))
        : List.of(choice.name());
  }
}
