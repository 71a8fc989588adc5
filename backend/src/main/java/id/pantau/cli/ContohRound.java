package id.pantau.cli;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * What is sent in one round of the example that moves: every station once, in an order as of a
 * night (some villages early, the bulk in the middle, a long tail), and beside it what a night has
 * besides: misreads that are held and mostly resolved, corrections that take votes away,
 * withdrawals and what comes after them, entries by people, papers without votes, and stations that
 * stay silent.
 *
 * @param opening the first form of each province: they are there before anybody looks
 * @param steps all others, in the order of time
 */
record ContohRound(List<Step> opening, List<Step> steps) {
  /** By then the last first form has come; corrections may follow until {@link #END}. */
  private static final double FIRST_FORMS = 0.80;

  /** From here to 1 the round stands still, so that a reader sees an end before the next begin. */
  static final double END = 0.92;

  private static final int HOURS = 10;

  /**
   * A form and when it is due.
   *
   * @param at share of the round, 0…1
   */
  record Step(double at, Form form) {}

  ContohRound {
    opening = List.copyOf(opening);
    steps = List.copyOf(steps);
  }

  /** The same election, seed and round give the same forms in the same order. */
  static ContohRound of(Election election, long seed, long round) {
    return new Maker(election, new SplittableRandom(seed * 1_000_003 + round), round).make();
  }

  /** A station of a contest, and how late it is among all: the lower the earlier. */
  private record Turn(Contest contest, String station, double lateness, double[] leaning) {}

  private static final class Maker {
    private final Election election;
    private final SplittableRandom random;
    private final long round;
    private final List<Step> steps = new ArrayList<>();

    Maker(Election election, SplittableRandom random, long round) {
      this.election = election;
      this.random = random;
      this.round = round;
    }

    ContohRound make() {
      List<Turn> turns = turns();
      turns.sort(Comparator.comparingDouble(Turn::lateness));
      for (int i = 0; i < turns.size(); i++) {
        double share = (i + 0.5) / turns.size();
        // The inverse of the smooth step: few at first, most in the middle, few at last.
        double at = FIRST_FORMS * (0.5 - Math.sin(Math.asin(1 - 2 * share) / 3));
        station(turns.get(i), at);
      }
      steps.sort(Comparator.comparingDouble(Step::at));
      Map<String, Step> first = new LinkedHashMap<>();
      for (Step step : steps) {
        first.putIfAbsent(step.form().station().substring(0, 2), step);
      }
      Set<Step> opening = Set.copyOf(first.values());
      return new ContohRound(
          List.copyOf(first.values()),
          steps.stream().filter(step -> !opening.contains(step)).toList());
    }

    private List<Turn> turns() {
      List<Turn> turns = new ArrayList<>();
      AreaTree tree = election.areas();
      for (Contest contest : election.contests()) {
        for (int province : tree.provinces()) {
          double late = 0.3 * random.nextDouble();
          double[] leaning = leaning(contest);
          for (int area = 0; area < tree.size(); area++) {
            if (tree.province(area) == province && tree.area(area).level() == 4) {
              village(turns, contest, area, late + 0.4 * random.nextDouble(), leaning);
            }
          }
        }
      }
      return turns;
    }

    private void village(
        List<Turn> turns, Contest contest, int village, double late, double[] leaning) {
      AreaTree tree = election.areas();
      String code = tree.area(village).code();
      if (contest.scope().stream().noneMatch(s -> s.equals("0") || code.startsWith(s))) {
        return;
      }
      for (int i = 0; i < tree.stations(village); i++) {
        String station = tree.stationAt(tree.province(village), tree.slotBase(village) + i).code();
        turns.add(new Turn(contest, station, late + 0.5 * random.nextDouble(), leaning));
      }
    }

    private double[] leaning(Contest contest) {
      double[] leaning = new double[contest.choices().size()];
      for (int i = 0; i < leaning.length; i++) {
        leaning[i] = 0.4 + random.nextDouble();
      }
      return leaning;
    }

    /** One of the things that happen to a station, in hundreds of them. */
    private void station(Turn turn, double at) {
      ContohPaper paper =
          ContohPaper.invent(turn.contest(), turn.station(), turn.leaning(), random, round);
      int lot = random.nextInt(100);
      if (lot < 7) {
        add(at, t -> paper.misread(1, t, random.nextInt(turn.contest().choices().size())));
        resolve(paper, at, 2, 80);
      } else if (lot < 10) {
        add(at, t -> paper.unproven(1, t));
        resolve(paper, at, 2, 80);
      } else if (lot < 14) {
        add(at, t -> paper.exchanged(1, Method.MACHINE, t));
        Reason reason = why(Reason.Kind.TRANSCRIPTION_CORRECTION, "two rows were exchanged");
        add(later(at), t -> paper.sound(2, Method.SINGLE, t, reason));
      } else if (lot < 16) {
        withdrawn(paper, at);
      } else if (lot < 19) {
        add(at, t -> paper.sound(1, Method.DOUBLE, t, Reason.NEW));
      } else if (lot < 21) {
        add(at, paper::administrative);
        Reason reason = why(Reason.Kind.RESTORED, "the page with the votes has come");
        add(later(at), t -> paper.sound(2, Method.MACHINE, t, reason));
      } else if (lot < 99) {
        add(at, t -> paper.sound(1, Method.MACHINE, t, Reason.NEW));
      }
      // The last of a hundred stays silent.
    }

    private void withdrawn(ContohPaper paper, double at) {
      add(at, t -> paper.exchanged(1, Method.MACHINE, t));
      double out = later(at);
      Reason gone = why(Reason.Kind.WITHDRAWN, "the photo is of another station");
      add(out, t -> paper.withdrawal(2, t, gone));
      if (random.nextInt(100) < 60) {
        Reason back = why(Reason.Kind.RESTORED, "the right paper was found");
        add(later(out), t -> paper.sound(3, Method.DOUBLE, t, back));
      }
    }

    /** People look at what is held, in most cases before the round ends. */
    private void resolve(ContohPaper paper, double at, int revision, int percent) {
      if (random.nextInt(100) < percent) {
        Reason reason = why(Reason.Kind.TRANSCRIPTION_CORRECTION, "two people read the paper");
        add(later(at), t -> paper.sound(revision, Method.DOUBLE, t, reason));
      }
    }

    private static Reason why(Reason.Kind kind, String note) {
      return new Reason(kind, note, List.of(), List.of(), null);
    }

    private double later(double at) {
      return Math.min(END, at + 0.01 + 0.15 * random.nextDouble());
    }

    private void add(double at, Function<OffsetDateTime, Form> form) {
      OffsetDateTime evening =
          election.votingDay().atTime(LocalTime.of(13, 0)).atOffset(ZoneOffset.ofHours(7));
      steps.add(new Step(at, form.apply(evening.plusSeconds((long) (at * HOURS * 3600)))));
    }
  }
}
