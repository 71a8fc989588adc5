package id.pantau.cli;

import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code serve} and {@code demo} share; each overrides the configuration. */
final class NodeOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "overlays the packed application.yaml")
  private @Nullable Path config;

  @Option(names = "--roles", description = "any of intake,count,board,live,api,command")
  private @Nullable String roles;

  @Option(names = "--host", description = "address to listen on (default 127.0.0.1)")
  private @Nullable String host;

  @Option(names = "--port", description = "public port (default 8080; 0 = any)")
  private @Nullable Integer port;

  @Option(names = "--command-port", description = "command centre's port (default 8081; 0 = any)")
  private @Nullable Integer commandPort;

  @Option(names = "--management-port", description = "health and metrics (default 8082; 0 = any)")
  private @Nullable Integer managementPort;

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description =
          "an outside Redis, or redis-cluster://host:port,host:port,… of a Redis Cluster;"
              + " default: its own")
  private @Nullable String redis;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "journal, keys, own Redis (default ./pantau-data)")
  private @Nullable Path data;

  /** The configuration with these options on top. */
  Settings settings() {
    Settings base = SettingsReader.read(config, System.getenv());
    Settings.Node n = base.node();
    return base.withNode(
            new Settings.Node(
                n.name(),
                host == null ? n.host() : host,
                port == null ? n.port() : port,
                commandPort == null ? n.commandPort() : commandPort,
                managementPort == null ? n.managementPort() : managementPort,
                roles == null ? n.roles() : roles,
                data == null ? n.data() : data.toString(),
                n.shutdownSeconds()))
        .withRedisUri(redis == null ? base.redis().uri() : redis);
  }

  /** True where the person named a folder for the data. */
  boolean namesData() {
    return data != null;
  }
}
