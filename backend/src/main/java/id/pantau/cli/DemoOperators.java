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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Three people for the demo, with new passwords at each start: one who watches, and two who decide,
 * as a held form needs two. One of these supervises too.
 */
record DemoOperators(List<Credentials> people) {
  /** What each may do: the first thing to know of three strangers. */
  private static final Map<String, String> DOES =
      Map.of("wati", "watches", "budi", "decides", "siti", "decides, supervises");

  static DemoOperators make(Path data) throws IOException {
    OperatorFile file = new OperatorFile(data, InstantSource.system());
    Set<Role> decide = EnumSet.of(Role.WATCH, Role.DECIDE);
    return new DemoOperators(
        List.of(
            file.add("wati", name("wati"), EnumSet.of(Role.WATCH)),
            file.add("budi", name("budi"), decide),
            file.add("siti", name("siti"), EnumSet.allOf(Role.class))));
  }

  private static String name(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  /** Says once how to sign in; nothing of it can be asked for later. */
  void print(PrintStream out, String address) {
    out.println(
        "  command   " + address + "   sign in as one of these; the passwords are only here");
    for (Credentials one : people) {
      out.println(
          "            "
              + one.id()
              + "   "
              + one.password()
              + "   "
              + one.secret()
              + "   "
              + name(one.id())
              + " ("
              + DOES.getOrDefault(one.id(), "")
              + ")");
    }
    out.println("            a code now: java -jar pantau.jar keygen code --secret SECRET");
  }
}
