package id.pantau.command;

import id.pantau.count.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Desks on a port of their own, without the door: a header says who signed in. */
public final class DeskServer {
  private static final String WHO = "X-Who";
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  /**
   * An answer.
   *
   * @param body empty where there is none
   */
  public record Answer(int status, JsonObject body) {}

  public DeskServer(Vertx vertx, List<Desk> desks) {
    CompletableFuture<HttpServer> started = new CompletableFuture<>();
    vertx
        .getOrCreateContext()
        .runOnContext(
            go -> {
              Router router = Router.router(vertx);
              router.route().handler(BodyHandler.create(false)).handler(this::signIn);
              desks.forEach(desk -> desk.mount(router));
              vertx
                  .createHttpServer()
                  .requestHandler(router)
                  .listen(0, "127.0.0.1")
                  .onSuccess(started::complete)
                  .onFailure(started::completeExceptionally);
            });
    try {
      port = started.get(20, TimeUnit.SECONDS).actualPort();
    } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header is {@code id:role,role}. */
  private void signIn(io.vertx.ext.web.RoutingContext ctx) {
    String[] who = ctx.request().getHeader(WHO).split(":", -1);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (List.of(who[1].split(",", -1)).contains(role.wire())) {
        roles.add(role);
      }
    }
    SignedIn.set(ctx, new Operator(who[0], who[0], roles));
    ctx.next();
  }

  public Answer get(String who, String path) {
    return send(who, "GET", path, null);
  }

  public Answer post(String who, String path, JsonObject body) {
    return send(who, "POST", path, body.encode());
  }

  public Answer delete(String who, String path) {
    return send(who, "DELETE", path, null);
  }

  private Answer send(String who, String method, String path, @Nullable String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(WHO, who)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      String text = answer.body();
      return new Answer(
          answer.statusCode(), text.isEmpty() ? new JsonObject() : new JsonObject(text));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Asks until the answer is as wanted. */
  public void until(
      String what, String who, String path, java.util.function.Predicate<Answer> good) {
    Waiting.until(what, () -> good.test(get(who, path)));
  }
}
