package id.pantau.api;

import id.pantau.platform.Settings;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The address that the world knows this site by: the configured one, else what the request says of
 * itself. A {@code Host} is anybody's word, so only what can be a host is believed.
 */
final class PublicAddress {
  private final String configured;

  PublicAddress(Settings.Web settings) {
    this.configured = settings.publicUrl();
  }

  /** {@code https://suara.example.org}, without a slash at its end; null where it is not known. */
  @Nullable String of(HttpServerRequest request) {
    if (!configured.isEmpty()) {
      return configured;
    }
    String host = request.getHeader("Host");
    String address = request.scheme() + "://" + host;
    return host != null && Settings.Web.isAddress(address) ? address : null;
  }
}
