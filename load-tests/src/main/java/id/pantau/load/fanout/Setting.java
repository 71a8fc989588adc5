package id.pantau.load.fanout;

import id.pantau.load.viewer.Swarm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers of a run find what they need.
 *
 * @param peers what install.sh made
 * @param sources the folder load-tests/peers, with the configurations
 * @param scratch folders and logs of the servers
 * @param own the JVM of our own server
 * @param loops threads of the servers that can be told
 * @param before the node's jar that ours is compared with; null where it is not
 * @param other the JVM that ours is compared with; null where it is not
 */
public record Setting(
    Path peers,
    Path sources,
    Path scratch,
    Jvm own,
    int loops,
    @Nullable Path before,
    @Nullable Jvm other) {
  /**
   * A JVM to run our server with.
   *
   * @param java its executable
   */
  public record Jvm(Path java, List<String> options) {
    /** The one that this runs in. */
    public static Jvm running(List<String> options) {
      return new Jvm(Path.of(System.getProperty("java.home"), "bin", "java"), options);
    }
  }

  /** Our server, with our class path. */
  List<String> java(String main, String... arguments) {
    return java(own, System.getProperty("java.class.path"), main, arguments);
  }

  /** The same by the other JVM. */
  List<String> javaOther(String main, String... arguments) {
    if (other == null) {
      throw new IllegalArgumentException("hub-java needs --java FILE");
    }
    return java(other, System.getProperty("java.class.path"), main, arguments);
  }

  /** The same with the other jar first, so that its classes are taken. */
  List<String> javaBefore(String main, String... arguments) {
    if (before == null) {
      throw new IllegalArgumentException("hub-before needs --before JAR");
    }
    String path = before + File.pathSeparator + System.getProperty("java.class.path");
    return java(own, path, main, arguments);
  }

  private static List<String> java(Jvm jvm, String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jvm.java().toString());
    command.addAll(jvm.options());
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The answer to the swarm's key, for a server that does not calculate. */
  String accept() {
    return Swarm.acceptedKey();
  }

  /** A server's own folder; made where it is missing. */
  Path folder(Peer peer) {
    try {
      return Files.createDirectories(scratch.resolve(peer.called()).toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A configuration with its ports and paths filled in. */
  Path filled(Peer peer, String name, int port, int publishPort) {
    try {
      String text = Files.readString(sources.resolve(name));
      text = text.replace("@ROOT@", peers.toAbsolutePath().normalize().toString());
      text = text.replace("@PORT@", "" + port).replace("@PUBLISH@", "" + publishPort);
      return Files.writeString(folder(peer).resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
