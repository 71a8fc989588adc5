package id.pantau.api.developers;

import id.pantau.api.lite.Html;
import id.pantau.api.lite.Language;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import id.pantau.platform.contract.Parameter;
import java.util.Map;
import java.util.Objects;

/** An entry of the page: what it is, its parameters, the request to copy, and its answer. */
final class EntryPart {
  private final Contract contract = Contract.packed();
  private final Map<String, String> files;

  /**
   * @param files what entries name, by their names
   */
  EntryPart(Map<String, String> files) {
    this.files = files;
  }

  void add(Html html, Guide.Entry entry, Language language, Addresses addresses) {
    html.raw("<article><h3>").text(entry.title().getOrDefault(language.wire(), "")).raw("</h3>");
    String operation = entry.operation();
    if (operation != null) {
      Operation described = contract.operation(operation);
      html.raw("<code class=\"path\">").text(described.method().name()).raw(" ");
      html.text(described.path()).raw("</code>");
    }
    html.raw("<p>").text(entry.text().getOrDefault(language.wire(), "")).raw("</p>");
    if (operation != null && entry.status() == null) {
      parameters(html, contract.operation(operation), language);
    }
    html.raw("<div class=\"io\"><div class=\"bar\"><b>").text(Phrases.ASK.in(language)).raw("</b>");
    buttons(html, entry, language, addresses);
    html.raw("</div><pre class=\"ask\" tabindex=\"0\"><code>");
    html.text(asked(entry, addresses)).raw("</code></pre>");
    if (entry.answer() != null) {
      html.raw("<div class=\"bar\"><b>").text(Phrases.ANSWER.in(language)).raw("</b>");
      if (entry.status() != null) {
        html.text(entry.status().toString());
      }
      html.raw("</div><pre class=\"answer\" tabindex=\"0\"><code>");
      html.text(file(entry.answer())).raw("</code></pre>");
    }
    html.raw("</div></article>");
  }

  /** What a person copies and runs. */
  private String asked(Guide.Entry entry, Addresses addresses) {
    if (entry.script() != null) {
      return addresses.in(file(entry.script()));
    }
    if (entry.markup() != null) {
      return addresses.in(file(entry.markup()));
    }
    String command = entry.stream() ? "curl -N '{site}" : "curl '{site}";
    return addresses.inAddress(command + entry.ask() + "'");
  }

  private String file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static void buttons(
      Html html, Guide.Entry entry, Language language, Addresses addresses) {
    if (entry.ask() != null && !entry.stream()) {
      html.raw("<button type=\"button\" hidden=\"hidden\" data-try=\"");
      html.text(addresses.inAddress(entry.ask())).raw("\" data-wait=\"");
      html.text(Phrases.TRYING.in(language)).raw("\" data-done=\"");
      html.text(Phrases.TRIED.in(language)).raw("\" data-failed=\"");
      html.text(Phrases.FAILED.in(language)).raw("\">").text(Phrases.TRY.in(language));
      html.raw("</button>");
    }
    html.raw("<button type=\"button\" hidden=\"hidden\" data-copied=\"");
    html.text(Phrases.COPIED.in(language)).raw("\">").text(Phrases.COPY.in(language));
    html.raw("</button>");
  }

  private static void parameters(Html html, Operation operation, Language language) {
    if (operation.parameters().isEmpty()) {
      return;
    }
    // The contract is written in English, for programs; so are its words here.
    html.raw("<dl lang=\"en\">");
    for (Parameter each : operation.parameters()) {
      html.raw("<dt><code>").text(each.name()).raw("</code>");
      if (each.required()) {
        html.raw("<small lang=\"").text(language.wire()).raw("\">");
        html.text(Phrases.REQUIRED.in(language)).raw("</small>");
      }
      html.raw("</dt><dd>").text(each.description().replace("`", ""));
      html.raw("</dd>");
    }
    html.raw("</dl>");
  }
}
