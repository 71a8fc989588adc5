package id.pantau.load.fanout;

import id.pantau.load.viewer.Swarm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the servers of a run find what they need.
 *
 * @param peers what install.sh made
 * @param sources the folder load-tests/peers, with the configurations
 * @param scratch folders and logs of the servers
 * @param javaOptions for our own server
 * @param loops threads of the servers that can be told
 */
public record Setting(Path peers, Path sources, Path scratch, List<String> javaOptions, int loops) {

  /** A JVM like ours, with our class path. */
  List<String> java(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
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
