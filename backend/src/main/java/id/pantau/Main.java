package id.pantau;

import id.pantau.cli.Contoh;
import id.pantau.cli.Demo;
import id.pantau.cli.ImportSirekap;
import id.pantau.cli.Keygen;
import id.pantau.cli.Rebuild;
import id.pantau.cli.Recount;
import id.pantau.cli.Rehearse;
import id.pantau.cli.Replay;
import id.pantau.cli.Serve;
import id.pantau.platform.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command: {@code java -jar pantau.jar <verb>}. Exit 0 good, 1 refused or failed, 2 usage. */
@Command(
    name = "pantau",
    description = "Pantau Suara: live election results.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      Demo.class,
      Contoh.class,
      Serve.class,
      Replay.class,
      ImportSirekap.class,
      Recount.class,
      Rebuild.class,
      Rehearse.class,
      Keygen.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a verb; gives the exit code. */
  static int run(String... args) {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::failed).execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "name a verb");
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof Refused) {
      line.getErr().println(e.getMessage());
      return 1;
    }
    throw e;
  }

  /** The version that the jar's manifest names. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"pantau " + (version == null ? "(unpacked)" : version)};
    }
  }
}
