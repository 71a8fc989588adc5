package id.pantau.cli;

import id.pantau.command.Role;
import id.pantau.command.signin.OperatorFile;
import id.pantau.command.signin.OperatorFile.Credentials;
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

/** {@code keygen operator}: a person of the command centre. */
@Command(
    name = "operator",
    description = {
      "Makes an operator of the command centre and prints, once, the password and the secret of the",
      "second factor. An operator of the same id is replaced, and signed out. A running node knows",
      "the new one within 5 s."
    },
    mixinStandardHelpOptions = true)
final class KeygenOperator implements Callable<Integer> {
  @Option(names = "--id", required = true, description = "what the person signs in with")
  private String id = "";

  @Option(names = "--name", required = true, description = "what colleagues call the person")
  private String name = "";

  @Option(
      names = "--roles",
      split = ",",
      required = true,
      description = "any of watch,decide,supervise; none includes another")
  private List<String> roles = List.of();

  @Option(names = "--data", paramLabel = "DIR", description = "the node's data folder")
  private Path data = Path.of("./pantau-data");

  @Override
  public Integer call() throws IOException {
    try {
      Credentials made = new OperatorFile(data, InstantSource.system()).add(id, name, roles());
      System.out.println("name      " + made.id());
      System.out.println("password  " + made.password());
      System.out.println("secret    " + made.secret());
      System.out.println("app       " + made.otpauth());
      return 0;
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  private Set<Role> roles() {
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    for (String role : roles) {
      try {
        chosen.add(Role.valueOf(role.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new Refused("there is no role " + role + "; roles are watch, decide, supervise");
      }
    }
    return chosen;
  }
}
