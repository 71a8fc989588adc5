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
 * @param javaOptions for our own server
 * @param loops threads of the servers that can be told
 * @param before the node's jar that ours is compared with; null where it is not
 */
public record Setting(
    Path peers,
    Path sources,
    Path scratch,
    List<String> javaOptions,
    int loops,
    @Nullable Path before) {

  /** A JVM like ours, with our class path. */
  List<String> java(String main, String... arguments) {
    return java(System.getProperty("java.class.path"), main, arguments);
  }

  /** The same with the other jar first, so that its classes are taken. */
  List<String> javaBefore(String main, String... arguments) {
    if (before == null) {
      throw new IllegalArgumentException("hub-before needs --before JAR");
    }
    String path = before + File.pathSeparator + System.getProperty("java.class.path");
    return java(path, main, arguments);
  }

  private List<String> java(String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
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
