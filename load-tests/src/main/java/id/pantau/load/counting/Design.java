package id.pantau.load.counting;

import java.io.IOException;

/** One way to count. */
public interface Design extends AutoCloseable {
  String name();

  /**
   * Empties the store, counts the load, and checks every total.
   *
   * @param before what is counted first, outside the figures; for a load of corrections
   * @throws IOException also where a figure is wrong: then the run is void
   */
  Run run(Load before, Load load) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /**
   * What a run took.
   *
   * @param storeMicros CPU of all processes of the store, a form
   * @param makeMicros CPU of the thread that made the commands, a form, before anything was sent
   */
  record Run(double formsPerSecond, double storeMicros, double makeMicros) {}
}
