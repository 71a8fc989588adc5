package id.pantau.board;

import id.pantau.board.LogMaker.Form;
import id.pantau.count.Forms;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A log of one province as it may come: every outcome, two contests, several batches in a
 * millisecond, counting nodes whose clocks disagree, and after a loss forms that are refilled.
 */
final class EarlierLog {
  private final Election election;
  private final int province;
  private final Random random;
  private final Forms forms;
  private final List<LogMaker> makers = new ArrayList<>();
  private final List<List<Form>> sent = new ArrayList<>();
  private Position position = Position.START;

  EarlierLog(Election election, int province, Random random) {
    this.election = election;
    this.province = province;
    this.random = random;
    this.forms = new Forms(election);
    election.contests().forEach(c -> makers.add(new LogMaker(election, c.id())));
    election.contests().forEach(c -> sent.add(new ArrayList<>()));
  }

  /** The next batch, at the clock of the node that counted it. */
  LogEntry next(long countedAtMillis) {
    int contest = random.nextInt(5) == 0 && hasSecond() ? 1 : 0;
    position = new Position(position.epoch(), position.revision() + 1);
    List<Form> batch = new ArrayList<>();
    for (int f = 1 + random.nextInt(4); f > 0; f--) {
      Form form = any(contest);
      batch.add(form);
      sent.get(contest).add(form);
    }
    return at(makers.get(contest), countedAtMillis, batch);
  }

  /** Redis has lost some batches; what comes next was there before, under positions of before. */
  LogEntry refilled(long receivedAtMillis) {
    boolean first = position.epoch() == 1;
    long revision = position.revision() - (first ? 3 : -1);
    Position origin = position;
    position = new Position(2, revision);
    List<Form> known = sent.get(0);
    Form again = known.get(random.nextInt(known.size()));
    Form form = new Form(again.submission(), again.outcome(), origin);
    return at(makers.get(0), receivedAtMillis, List.of(form));
  }

  private LogEntry at(LogMaker maker, long millis, List<Form> batch) {
    LogEntry entry = maker.at(position, batch.toArray(new Form[0]));
    return new LogEntry(position, millis, entry.sums(), entry.forms());
  }

  private boolean hasSecond() {
    return election.areas().area(province).code().equals("01");
  }

  private Form any(int contest) {
    AreaTree tree = election.areas();
    String id = election.contests().get(contest).id();
    int area = contest == 0 ? province : tree.find("0102");
    SlotRun slots = SlotRun.of(tree, area);
    int slot = slots.from() + random.nextInt(slots.size());
    String station = tree.stationAt(province, slot).code();
    int revision = 1 + random.nextInt(60_000);
    int[] votes = random.ints(election.contests().get(contest).choices().size(), 0, 300).toArray();
    Submission sound = forms.sound(id, station, revision, Method.MACHINE, votes);
    return switch (random.nextInt(12)) {
      case 0 ->
          Form.of(forms.withdrawal(id, station, revision, Method.MACHINE), LogEntry.WITHDRAWN);
      case 1 -> Form.of(forms.administrative(id, station, revision), LogEntry.STORED);
      case 2 -> Form.of(sound, LogEntry.HISTORY);
      case 3 -> Form.of(sound, LogEntry.BESIDE);
      case 4 -> Form.of(forms.withdrawal(id, station, revision, Method.MACHINE), LogEntry.BESIDE);
      case 5, 6, 7 -> Form.of(forms.unproven(id, station, revision, votes), LogEntry.HELD);
      default -> Form.of(sound, LogEntry.COUNTED);
    };
  }
}
