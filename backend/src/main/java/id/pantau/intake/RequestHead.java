package id.pantau.intake;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/**
 * What a request says of its body before the body is read.
 *
 * @param isBatch NDJSON; else one form
 * @param isGzip compressed
 * @param length declared bytes on the wire; -1 where it comes in chunks
 */
record RequestHead(boolean isBatch, boolean isGzip, long length) {

  /**
   * Reads the head.
   *
   * @throws Rejected where the type or encoding is another, or the declared length too much
   */
  static RequestHead of(HttpServerRequest request, int bytesMax) {
    String type = mediaType(request);
    boolean isBatch = type.equals("application/x-ndjson");
    if (!isBatch && !type.equals("application/json")) {
      throw Rejected.unsupported("forms are application/json or application/x-ndjson");
    }
    boolean isGzip = isGzip(request.headers().getAll("Content-Encoding"));
    long length = length(request.getHeader("Content-Length"));
    if (length > bytesMax) {
      throw Rejected.tooLarge("a body has at most " + bytesMax + " bytes");
    }
    return new RequestHead(isBatch, isGzip, length);
  }

  private static String mediaType(HttpServerRequest request) {
    List<String> values = request.headers().getAll("Content-Type");
    if (values.size() != 1) {
      return "";
    }
    String[] parts = values.get(0).split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        throw Rejected.unsupported("forms are UTF-8");
      }
    }
    return parts[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isGzip(List<String> encodings) {
    if (encodings.isEmpty()) {
      return false;
    }
    String encoding = String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
    if (encoding.equals("gzip")) {
      return true;
    }
    if (encoding.equals("identity")) {
      return false;
    }
    throw Rejected.unsupported("a body is plain or Content-Encoding: gzip");
  }

  private static long length(@org.jspecify.annotations.Nullable String header) {
    try {
      return header == null ? -1 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
