package id.pantau.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.platform.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked at an address. {@code x-role} is the role of the node that answers; {@code
 * x-tree} on the last parameter of a path says that it stands for several segments; {@code
 * x-parameters} says what becomes of a query that the document does not describe: it is refused
 * ({@code strict}, where nothing is said), names that are not known are passed over ({@code
 * known}), or all of it is, what is wrong counting as not given ({@code free}).
 */
public final class Operation {
  static final String METADATA = "operationId";
  private static final int NAME_CHARACTERS_MAX = 40;

  private final String id;
  private final String path;
  private final HttpMethod method;
  private final String role;
  private final Strictness strictness;
  private final boolean tree;
  private final Map<String, Parameter> queries = new LinkedHashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final boolean asks;

  private enum Strictness {
    STRICT,
    KNOWN,
    FREE
  }

  Operation(String path, String method, JsonNode json, UnaryOperator<JsonNode> resolved) {
    this.id = json.path("operationId").asText();
    this.path = path;
    this.method = HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
    this.role = json.path("x-role").asText();
    this.strictness =
        Strictness.valueOf(json.path("x-parameters").asText("strict").toUpperCase(Locale.ROOT));
    boolean many = false;
    for (JsonNode each : json.path("parameters")) {
      JsonNode said = resolved.apply(each);
      Parameter parameter = Parameter.of(said, resolved.apply(said.path("schema")));
      parameters.add(parameter);
      many |= said.path("x-tree").asBoolean();
      if (parameter.in().equals("query")) {
        queries.put(parameter.name(), parameter);
      }
    }
    this.tree = many;
    this.asks = queries.values().stream().anyMatch(Parameter::required);
    if (id.isEmpty() || role.isEmpty()) {
      throw new IllegalStateException("the contract lacks operationId or x-role at " + path);
    }
  }

  public String id() {
    return id;
  }

  /** As OpenAPI writes it, {@code /api/v1/areas/{code}}. */
  public String path() {
    return path;
  }

  public HttpMethod method() {
    return method;
  }

  /** The role of a node that answers it. */
  public String role() {
    return role;
  }

  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /** A route of this address, for all methods; it bears the name of the operation. */
  public Route route(Router router) {
    String address =
        tree
            ? path.substring(0, path.lastIndexOf('/')) + "/*"
            : path.replaceAll("\\{(\\w+)}", ":$1");
    return router.route(address).putMetadata(METADATA, id);
  }

  /** True where a request asks as the document says; else it was answered with 400. */
  public boolean accepts(RoutingContext context) {
    String query = context.request().query();
    if (!asks && (query == null || query.isEmpty())) {
      return true;
    }
    String wrong = strictness == Strictness.FREE ? null : wrong(context.queryParams());
    if (wrong != null) {
      new Problem(400, "malformed", wrong).send(context.response());
    }
    return wrong == null;
  }

  /** One sentence on the first thing that is wrong with a query; null where nothing is. */
  private @Nullable String wrong(MultiMap query) {
    for (String name : query.names()) {
      if (queries.containsKey(name)) {
        if (query.getAll(name).size() > 1) {
          return name + " stands there more than once";
        }
      } else if (strictness == Strictness.STRICT) {
        return cut(name) + " is not asked for here; " + known();
      }
    }
    for (Parameter parameter : queries.values()) {
      if (!parameter.accepts(query.get(parameter.name()))) {
        return parameter.name() + " is " + parameter.words();
      }
    }
    return null;
  }

  private String known() {
    return queries.isEmpty()
        ? "there are no parameters"
        : "there is " + String.join(", ", queries.keySet());
  }

  private static String cut(String text) {
    return text.length() <= NAME_CHARACTERS_MAX
        ? text
        : text.substring(0, NAME_CHARACTERS_MAX) + "…";
  }

  /** What was asked, or what the document says where nothing was. */
  public String text(RoutingContext context, String name) {
    String said = context.queryParams().get(name);
    return said == null ? parameter(name).usual() : said;
  }

  /**
   * The same of a whole number.
   *
   * @param usual where nothing was asked and the document names nothing
   */
  public int number(RoutingContext context, String name, int usual) {
    String said = text(context, name);
    return said.isEmpty() ? usual : Integer.parseInt(said);
  }

  private Parameter parameter(String name) {
    Parameter found = queries.get(name);
    if (found == null) {
      throw new IllegalStateException("the contract has no parameter " + name + " of " + id);
    }
    return found;
  }
}
