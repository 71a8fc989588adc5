package id.pantau.cli;

import id.pantau.command.signin.Totp;
import id.pantau.platform.Refused;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keygen code}: what an authenticator app would show, for trying it on one machine. */
@Command(
    name = "code",
    description = "Prints the present six digits of a second factor.",
    mixinStandardHelpOptions = true)
final class KeygenCode implements Callable<Integer> {
  @Option(names = "--secret", required = true, paramLabel = "BASE32", description = "the secret")
  private String secret = "";

  @Override
  public Integer call() {
    try {
      System.out.println(Totp.code(secret, Instant.now()));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }
}
