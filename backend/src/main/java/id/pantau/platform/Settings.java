package id.pantau.platform;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A node's configuration; {@code config/application.yaml} documents every key with its unit and
 * default. Names end in their unit.
 */
public record Settings(
    Node node,
    Redis redis,
    Intake intake,
    Count count,
    Board board,
    Live live,
    Api api,
    Photos photos,
    Web web,
    Card card,
    Command command,
    OpenData opendata,
    Webhooks webhooks,
    Reading reading) {

  /** The same with another node section. */
  public Settings withNode(Node other) {
    return new Settings(
        other, redis, intake, count, board, live, api, photos, web, card, command, opendata,
        webhooks, reading);
  }

  /** The same with another Redis. */
  public Settings withRedisUri(String uri) {
    Redis other =
        new Redis(
            uri,
            redis.commandTimeoutMillis(),
            redis.reconnectMillisMin(),
            redis.reconnectMillisMax(),
            redis.ownMemoryMaxMegabytes());
    return new Settings(
        node, other, intake, count, board, live, api, photos, web, card, command, opendata,
        webhooks, reading);
  }

  public record Node(
      String name,
      String host,
      int port,
      int commandPort,
      int managementPort,
      String roles,
      String data,
      int shutdownSeconds) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** The same on another data folder. */
    public Node withData(String folder) {
      return new Node(
          name, host, port, commandPort, managementPort, roles, folder, shutdownSeconds);
    }

    /** The same under another name. */
    public Node withName(String other) {
      return new Node(other, host, port, commandPort, managementPort, roles, data, shutdownSeconds);
    }

    /** What the node is called on the wall and in the log; host and port where it has no name. */
    public String called() {
      return name.isEmpty() ? host + ":" + port : name;
    }

    /** The single roles. */
    public List<String> roleList() {
      return Stream.of(roles.split(",")).map(String::strip).filter(r -> !r.isEmpty()).toList();
    }

    /** Refuses a name that does not fit into a line of the log. */
    void check() {
      if (!name.isEmpty() && !NAME.matcher(name).matches()) {
        throw new Refused(
            "configuration: node.name is 1 to 64 of A-Z a-z 0-9 . _ : -, not " + name);
      }
    }

    /** True where the node performs that role. */
    public boolean has(String role) {
      for (String r : roles.split(",")) {
        if (r.strip().equals(role)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * @param uri of one Redis, or {@code redis-cluster://[user:password@]host:port,host:port,…}
   */
  public record Redis(
      String uri,
      int commandTimeoutMillis,
      int reconnectMillisMin,
      int reconnectMillisMax,
      int ownMemoryMaxMegabytes) {

    public Redis {
      RedisAddresses.check(uri);
    }

    /** True where the address is that of a Redis Cluster. */
    public boolean isCluster() {
      return RedisAddresses.isCluster(uri);
    }
  }

  public record Intake(
      int bodyBytesMax,
      int batchFormsMax,
      int depthMax,
      int bodyTimeoutSeconds,
      int requestsInFlightPerSubmitterMax,
      long bodiesInFlightBytesMax,
      int keysReloadMillis) {}

  public record Count(
      int batchFormsMax,
      int queueFormsPerProvinceMax,
      int journalPendingBytesMax,
      int journalFileBytesMax) {
    /** What a command of Redis, called by a function, surely takes: three arguments a form. */
    private static final int CALL_FORMS_MAX = 2_000;

    /** Refuses calls that Redis could not carry out. */
    void check() {
      if (batchFormsMax < 1 || batchFormsMax > CALL_FORMS_MAX) {
        throw new Refused(
            "configuration: count.batchFormsMax is 1 to "
                + CALL_FORMS_MAX
                + ", not "
                + batchFormsMax);
      }
    }
  }

  public record Board(
      int tickMillis,
      int pollMillis,
      int readEntriesMax,
      long bodyCacheBytesMax,
      int historyPointsMax) {}

  public record Live(
      int topicsPerSocketMax,
      int messageBytesMax,
      int messagesPerSecondMax,
      int backlogBytesMax,
      int stuckSecondsMax,
      int deadSecondsMax,
      int heartbeatSeconds,
      int socketsMax,
      int joinsPerSecondMax,
      int joinSecondsMax,
      boolean ioUring) {
    /** Refuses a pace at which nobody would ever come in. */
    void check() {
      if (joinsPerSecondMax < 1 || joinSecondsMax < 0) {
        throw new Refused(
            "configuration: live.joinsPerSecondMax is 1 or more, live.joinSecondsMax 0 or more");
      }
    }
  }

  public record Api(
      int resultsMaxAgeSeconds,
      int changesMax,
      int searchHitsMax,
      int historyPointsMax,
      int correctionsMax) {}

  public record Photos(String folder, int fileBytesMax, int filesMax, int lookMillis) {}

  public record Web(String publicUrl) {
    private static final Pattern ADDRESS =
        Pattern.compile(
            "https?://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}\\])"
                + "(?::[0-9]{1,5})?");

    /** True for scheme and host, perhaps a port, and nothing else. */
    public static boolean isAddress(String text) {
      return ADDRESS.matcher(text).matches();
    }

    /** Refuses an address that pages could not begin their links with. */
    void check() {
      if (!publicUrl.isEmpty() && !isAddress(publicUrl)) {
        throw new Refused(
            "configuration: web.publicUrl is scheme and host without a path, https://example.org,"
                + " not "
                + publicUrl);
      }
    }
  }

  public record OpenData(
      String folder, int everySeconds, int kept, int keptDays, int corePercentMax, String contact) {
    /** Refuses numbers that would be no limit. */
    void check() {
      if (kept < 1 || Math.min(everySeconds, keptDays) < 0) {
        throw new Refused(
            "configuration: opendata.kept is 1 or more, opendata.everySeconds and"
                + " opendata.keptDays 0 or more");
      }
      if (corePercentMax < 1 || corePercentMax > 100) {
        throw new Refused("configuration: opendata.corePercentMax is 1 to 100");
      }
    }
  }

  public record Reading(
      int requestsMax,
      int windowSeconds,
      int addressesMax,
      String trustedProxies,
      String proxyHeader,
      String unlimited) {
    Networks proxies() {
      return Networks.of(trustedProxies, "reading.trustedProxies");
    }

    Networks exempt() {
      return Networks.of(unlimited, "reading.unlimited");
    }

    /** Refuses numbers that would be no limit, and lists that are none. */
    void check() {
      if (requestsMax < 0 || windowSeconds < 1 || addressesMax < 1) {
        throw new Refused(
            "configuration: reading.windowSeconds and reading.addressesMax are 1 or more,"
                + " reading.requestsMax too, or 0 for no quota");
      }
      if (!ClientAddress.knows(proxyHeader)) {
        throw new Refused(
            "configuration: reading.proxyHeader is X-Forwarded-For or Forwarded, not "
                + proxyHeader);
      }
      proxies();
      exempt();
    }
  }

  public record Card(long cacheBytesMax, int queueMax, int maxAgeSeconds) {}

  public record Command(
      String publicUrl,
      int sessionMinutes,
      int idleMinutes,
      int sessionsMax,
      int attemptsMax,
      int lockSeconds,
      int decisionPeople,
      int silentMinutes,
      int figuresMillis) {
    /** Refuses an address that cookies would not be safe on, and limits that would not be any. */
    void check() {
      if (!publicUrl.isEmpty() && !(Web.isAddress(publicUrl) && publicUrl.startsWith("https:"))) {
        throw new Refused(
            "configuration: command.publicUrl is https and a host without a path,"
                + " https://pusat.example.org, not "
                + publicUrl);
      }
      if (decisionPeople < 1 || decisionPeople > 2) {
        throw new Refused("configuration: command.decisionPeople is 1 or 2, not " + decisionPeople);
      }
      int least =
          Math.min(Math.min(sessionMinutes, idleMinutes), Math.min(sessionsMax, attemptsMax));
      if (Math.min(least, Math.min(lockSeconds, Math.min(silentMinutes, figuresMillis))) < 1) {
        throw new Refused("configuration: the numbers of command are 1 or more");
      }
    }
  }

  public record Webhooks(
      int hooksMax,
      int topicsPerHookMax,
      int paceMillis,
      int connectMillis,
      int answerMillis,
      int answerBytesMax,
      int retryMillisMin,
      int retryMillisMax,
      int retryAfterSecondsMax,
      int disableAfterHours,
      int oldSecretHours,
      boolean allowLoopback) {
    /** Refuses numbers that would be no limit. */
    void check() {
      int least =
          Math.min(Math.min(hooksMax, topicsPerHookMax), Math.min(paceMillis, connectMillis));
      least = Math.min(least, Math.min(answerMillis, Math.min(answerBytesMax, retryMillisMin)));
      least = Math.min(least, Math.min(retryAfterSecondsMax, disableAfterHours));
      if (Math.min(least, oldSecretHours) < 1) {
        throw new Refused("configuration: the numbers of webhooks are 1 or more");
      }
      if (retryMillisMax < retryMillisMin) {
        throw new Refused(
            "configuration: webhooks.retryMillisMax is not below webhooks.retryMillisMin");
      }
    }
  }
}
