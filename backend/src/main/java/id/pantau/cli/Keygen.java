package id.pantau.cli;

import id.pantau.intake.KeyFile;
import id.pantau.model.Method;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keygen}: makes keys; the secret goes to standard output alone, its hash is stored. */
@Command(
    name = "keygen",
    description = "Makes keys.",
    mixinStandardHelpOptions = true,
    subcommands = {Keygen.Submitter.class, KeygenOperator.class, KeygenCode.class})
public final class Keygen {

  /** {@code keygen submitter}. */
  @Command(
      name = "submitter",
      description = "Makes a key for sending forms; a running node honours it within 5 s.",
      mixinStandardHelpOptions = true)
  static final class Submitter implements Callable<Integer> {
    @Option(
        names = "--areas",
        split = ",",
        required = true,
        description = "area codes it may speak for; 0 = everywhere")
    private List<String> areas = List.of();

    @Option(
        names = "--methods",
        split = ",",
        description = "any of machine,single,double (default: machine)")
    private List<String> methods = List.of("machine");

    @Option(names = "--data", paramLabel = "DIR", description = "the node's data folder")
    private Path data = Path.of("./pantau-data");

    @Override
    public Integer call() throws IOException {
      try {
        String key = new KeyFile(data, InstantSource.system()).add(areas, methods());
        System.out.println(key);
        return 0;
      } catch (IllegalArgumentException e) {
        throw new Refused(String.valueOf(e.getMessage()));
      }
    }

    private Set<Method> methods() {
      Set<Method> chosen = EnumSet.noneOf(Method.class);
      for (String name : methods) {
        try {
          chosen.add(Method.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw new Refused("there is no method " + name + "; methods are machine, single, double");
        }
      }
      return chosen;
    }
  }
}
