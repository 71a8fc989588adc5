package id.pantau.webhooks;

import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody but a test trusts, made with the JDK's own tool. */
final class Certificates {
  private static final String PASSWORD = "not-secret";
  private final Path file;

  private Certificates(Path file) {
    this.file = file;
  }

  /**
   * One for a name.
   *
   * @param name as in {@code dns:localhost}
   */
  static Certificates of(Path folder, String name) throws Exception {
    Path file = folder.resolve(name.replace(':', '-') + ".p12");
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=Receiver",
                "-ext",
                "SAN=" + name)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("keytool ended with " + exit);
    }
    return new Certificates(file);
  }

  SSLContext server() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  PfxOptions trust() {
    return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
  }
}
