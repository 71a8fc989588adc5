package id.pantau.count;

import id.pantau.model.Form;
import id.pantau.model.Submission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Orders in which the same forms may arrive: any at all, each at least once, some more often, and
 * whole batches again; but a machine's newest re-read comes after the person's form that it waits
 * beside, for the other way round the person's form is stale by law (F19).
 */
final class Shuffled {
  private static final int BATCH_MAX = 12;

  private final List<Submission> forms;

  Shuffled(List<Submission> forms) {
    this.forms = List.copyOf(forms);
  }

  /** Batches, each of one contest in one province. */
  List<List<Submission>> batches(Random random) {
    List<Submission> order = new ArrayList<>(forms);
    Collections.shuffle(order, random);
    personsFirst(order);
    for (int again = random.nextInt(forms.size()); again > 0; again--) {
      int of = random.nextInt(order.size());
      order.add(of + 1 + random.nextInt(order.size() - of), order.get(of));
    }
    List<List<Submission>> batches = split(order, random);
    for (int again = random.nextInt(batches.size()); again > 0; again--) {
      int of = random.nextInt(batches.size());
      batches.add(of + 1 + random.nextInt(batches.size() - of), batches.get(of));
    }
    return batches;
  }

  private static List<List<Submission>> split(List<Submission> order, Random random) {
    List<List<Submission>> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); ) {
      int to = Math.min(order.size(), from + 1 + random.nextInt(BATCH_MAX));
      Map<String, List<Submission>> byKeys = new HashMap<>();
      for (Submission each : order.subList(from, to)) {
        String keys = each.form().contest() + each.form().station().substring(0, 2);
        byKeys.computeIfAbsent(keys, k -> new ArrayList<>()).add(each);
      }
      batches.addAll(byKeys.values());
      from = to;
    }
    return batches;
  }

  private void personsFirst(List<Submission> order) {
    Map<String, Form> persons = new HashMap<>();
    for (Submission each : forms) {
      Form form = each.form();
      if (form.byPerson()) {
        persons.merge(place(form), form, (a, b) -> a.revision() > b.revision() ? a : b);
      }
    }
    for (int i = 0; i < order.size(); i++) {
      Form form = order.get(i).form();
      Form person = persons.get(place(form));
      if (person != null && !form.byPerson() && form.revision() > person.revision()) {
        for (int j = i + 1; j < order.size(); j++) {
          if (order.get(j).form().equals(person)) {
            Collections.swap(order, i, j);
            break;
          }
        }
      }
    }
  }

  private static String place(Form form) {
    return form.contest() + "/" + form.station();
  }
}
