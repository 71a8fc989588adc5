package id.pantau.cli;

import id.pantau.command.Role;
import id.pantau.command.signin.OperatorFile;
import id.pantau.command.signin.OperatorFile.Credentials;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Three people for the demo, with new passwords at each start: one who watches, and two who decide,
 * as a held form needs two. One of these supervises too.
 */
record DemoOperators(List<Credentials> people) {
  static DemoOperators make(Path data) throws IOException {
    OperatorFile file = new OperatorFile(data, InstantSource.system());
    Set<Role> decide = EnumSet.of(Role.WATCH, Role.DECIDE);
    return new DemoOperators(
        List.of(
            file.add("wati", "Wati (watches)", EnumSet.of(Role.WATCH)),
            file.add("budi", "Budi (decides)", decide),
            file.add("siti", "Siti (decides, supervises)", EnumSet.allOf(Role.class))));
  }

  /** Says once how to sign in; nothing of it can be asked for later. */
  void print(PrintStream out, String address) {
    out.println(
        "  command   " + address + "   sign in as one of these; the passwords are only here");
    for (Credentials one : people) {
      out.println("            " + one.id() + "   " + one.password() + "   " + one.secret());
    }
    out.println("            a code now: java -jar pantau.jar keygen code --secret SECRET");
  }
}
