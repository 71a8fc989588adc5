package id.pantau.sirekap;

import id.pantau.model.Form;
import java.time.Instant;
import java.util.List;

/**
 * The forms of one CSV of published tallies, in the order in which they arrive.
 *
 * @param arrivals each is made anew when it is asked for: the 214,623 forms of the real file take
 *     148 MB, the rows they are made of 46 MB
 * @param skipped rows that are no form: without all votes, or a state that changed no figure
 * @param rows rows of the file, its header not counted; {@code skipped + arrivals.size()}
 */
public record Tallies(List<Arrival> arrivals, long skipped, long rows) {

  /**
   * A form and when it arrives.
   *
   * @param at never before the arrival of the form before it
   */
  public record Arrival(Instant at, Form form) {}
}
