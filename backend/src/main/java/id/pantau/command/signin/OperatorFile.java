package id.pantau.command.signin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.pantau.command.Role;
import id.pantau.platform.OwnFile;
import id.pantau.platform.WatchedFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file of operators, {@code operators.json} in the node's data directory. Blocking: for the
 * command line and worker threads.
 */
public final class OperatorFile {
  private static final String NAME = "operators.json";
  private static final int BYTES_MAX = 1 << 20;
  private static final Object IN_PROCESS = new Object();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Path directory;
  private final OwnFile file;
  private final InstantSource clock;

  record Content(List<Account> operators) {}

  /**
   * What a new operator is told, once.
   *
   * @param secret of the second factor, base 32
   */
  public record Credentials(String id, String name, String password, String secret) {
    /** What an authenticator app takes, by hand or as a QR code. */
    public String otpauth() {
      String label = URLEncoder.encode(id, StandardCharsets.UTF_8);
      return "otpauth://totp/Pantau%20Suara:"
          + label
          + "?secret="
          + secret
          + "&issuer=Pantau%20Suara";
    }
  }

  /**
   * @param directory the node's data directory; created when an operator is added
   */
  public OperatorFile(Path directory, InstantSource clock) {
    this.directory = directory;
    this.file = new OwnFile(directory, NAME);
    this.clock = clock;
  }

  /**
   * Makes an operator; one of the same id is replaced, which is how a lost password is mended: the
   * sessions of the old one end.
   *
   * @throws IllegalArgumentException where the id, the name or the roles cannot be
   * @throws IOException where the file there is broken or cannot be written
   */
  public Credentials add(String id, String name, Set<Role> roles) throws IOException {
    Account.checkedId(id);
    Account.checkedName(name);
    List<String> wires = roles.stream().sorted().map(Role::wire).toList();
    Account.rolesOf(wires);
    String password = Passwords.fresh();
    String secret = Passwords.base32(Totp.SECRET_BYTES);
    String created = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Account account = new Account(id, name, wires, Passwords.hash(password), secret, created);
    synchronized (IN_PROCESS) {
      file.locked(
          () -> {
            Map<String, Account> accounts = new LinkedHashMap<>(read());
            accounts.put(id, account);
            Content content = new Content(new ArrayList<>(accounts.values()));
            file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
          });
    }
    return new Credentials(id, name, password, secret);
  }

  /** The operators by id; empty where there is no file. */
  Map<String, Account> read() throws IOException {
    byte[] bytes;
    try {
      bytes = file.read(BYTES_MAX);
    } catch (NoSuchFileException e) {
      return Map.of();
    }
    Content content;
    try {
      content = JSON.readValue(bytes, Content.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is broken: " + e.getOriginalMessage(), e);
    }
    if (content == null || content.operators() == null) {
      throw new IOException(file + " has no operators");
    }
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (Account account : content.operators()) {
      if (account == null || accounts.put(account.checked().id(), account) != null) {
        throw new IOException(file + " has an operator twice, or one that is null");
      }
    }
    return accounts;
  }

  /** The codes that opened on this node; blocking. */
  UsedCodes usedCodes() {
    return new UsedCodes(directory, clock);
  }

  /** The file, with what reads it when it has changed. */
  WatchedFile watched(OwnFile.Step read) {
    return new WatchedFile(file, "operators", read);
  }
}
