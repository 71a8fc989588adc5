package id.pantau.command;

import id.pantau.command.signin.ManualClock;
import id.pantau.command.signin.OperatorFile;
import id.pantau.command.signin.OperatorFile.Credentials;
import id.pantau.command.signin.Operators;
import id.pantau.command.signin.Totp;
import id.pantau.command.trail.AuditTrail;
import id.pantau.command.trail.TrailDesk;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import id.pantau.platform.WebServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The command centre's port on loopback, with a trail and operators of its own and a desk that
 * tells who came through the door.
 */
final class DoorRig implements AutoCloseable {
  private static final int READ_MILLIS_MAX = 20_000;
  private static final AtomicReference<@Nullable People> MADE = new AtomicReference<>();
  final ManualClock clock = new ManualClock();
  final LiveScreens screens = new LiveScreens(new WallCost(new SimpleMeterRegistry()));
  final Credentials budi;
  final Credentials siti;
  private final Path folder;
  private final AtomicInteger port = new AtomicInteger();
  private final Vertx vertx = Vertx.vertx();
  private final AuditTrail trail;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record People(Credentials budi, Credentials siti, String file) {}

  /** Budi watches and decides, Siti only supervises. */
  DoorRig(Path folder, Map<String, String> environment) throws IOException {
    this.folder = folder;
    Settings.Command settings = SettingsReader.read(null, environment).command();
    OperatorFile file = new OperatorFile(folder, clock);
    People people = people(file);
    budi = people.budi();
    siti = people.siti();
    trail = AuditTrail.open(vertx, folder, clock);
    Operators operators = new Operators(file);
    List<Desk> desks = List.of(new TrailDesk(trail), DoorRig::mountEcho);
    CommandCentre centre =
        new CommandCentre(settings, operators, trail, screens, desks, port::get, clock);
    vertx
        .deployVerticle(new WebServer("127.0.0.1", 0, 1024, List.of(centre), port))
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  /** Makes them once for all tests: a hash of a password is slow, as it should be. */
  private People people(OperatorFile file) throws IOException {
    Path path = folder.resolve("operators.json");
    synchronized (MADE) {
      People made = MADE.get();
      if (made == null) {
        Credentials one = file.add("budi", "Budi S.", EnumSet.of(Role.WATCH, Role.DECIDE));
        Credentials other = file.add("siti", "Siti", EnumSet.of(Role.SUPERVISE));
        made = new People(one, other, Files.readString(path));
        MADE.set(made);
      } else {
        Files.writeString(path, made.file());
      }
      return made;
    }
  }

  private static void mountEcho(io.vertx.ext.web.Router router) {
    router
        .route("/api/echo")
        .handler(
            context ->
                context
                    .response()
                    .end(SignedIn.of(context).id() + " " + context.body().asString()));
  }

  String origin() {
    return "http://127.0.0.1:" + port.get();
  }

  int port() {
    return port.get();
  }

  /** A request with these headers and no others: name, value, … */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.BodyPublisher publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .timeout(Duration.ofMillis(READ_MILLIS_MAX))
            .method(method, publisher);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** A post as our own page sends it. */
  HttpResponse<String> post(String path, String body, String cookie) {
    return send(
        "POST",
        path,
        body,
        "Origin",
        origin(),
        "Content-Type",
        "application/json",
        "Cookie",
        cookie);
  }

  HttpResponse<String> signIn(String name, String password, String code) {
    JsonObject body =
        new JsonObject().put("name", name).put("password", password).put("code", code);
    return post("/api/session", body.encode(), "none=1");
  }

  HttpResponse<String> signIn(Credentials who) {
    return signIn(who.id(), who.password(), code(who));
  }

  /** Signs in; gives the cookie as a browser would send it. */
  String cookie(Credentials who) {
    HttpResponse<String> answer = signIn(who);
    String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return given.substring(0, given.indexOf(';'));
  }

  String code(Credentials who) {
    return Totp.code(who.secret(), clock.instant());
  }

  /** The status of a WebSocket handshake with these header lines. */
  int handshake(String... lines) throws IOException {
    try (Socket socket = socket(lines)) {
      byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 403".length());
      return Integer.parseInt(new String(head, StandardCharsets.US_ASCII).substring(9));
    }
  }

  Socket socket(String... lines) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.get());
    socket.setSoTimeout(READ_MILLIS_MAX);
    OutputStream out = socket.getOutputStream();
    String head =
        "GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:"
            + port.get()
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + String.join("", List.of(lines).stream().map(line -> line + "\r\n").toList())
            + "\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  /** What the trail says: {@code who what}, oldest first. */
  List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("audit.ndjson")).stream()
        .map(JsonObject::new)
        .map(entry -> entry.getString("who") + " " + entry.getString("what"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    trail.close();
  }
}
