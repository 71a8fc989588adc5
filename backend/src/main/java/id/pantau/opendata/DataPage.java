package id.pantau.opendata;

import id.pantau.model.Election;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** {@code /data/}: what there is, for people. Plain HTML in both languages, no script. */
final class DataPage {
  static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";
  private static final long KILO = 1_000;
  private static final long MEGA = 1_000_000;

  private final Election election;

  DataPage(Election election) {
    this.election = election;
  }

  /**
   * @param all every snapshot, oldest first
   */
  byte[] bytes(Snapshot newest, List<Snapshot> all) {
    StringBuilder html = new StringBuilder(8192);
    html.append("<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>Data terbuka – Pantau Suara</title>")
        .append("<link rel=\"license\" href=\"")
        .append(Licence.PATH)
        .append("\">")
        .append("<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:auto;padding:1rem}")
        .append("td,th{text-align:left;padding:.2rem .8rem .2rem 0}")
        .append("code{overflow-wrap:anywhere}</style></head><body>");
    html.append("<h1>Data terbuka</h1><p>")
        .append(text(election.notices().getOrDefault("id", "")))
        .append("</p><p lang=\"en\">")
        .append(text(election.notices().getOrDefault("en", "")))
        .append("</p>");
    if (election.isTest()) {
      html.append("<p><strong>isTest</strong>: ")
          .append(text(election.banners().getOrDefault("id", "data uji")))
          .append("</p>");
    }
    html.append("<p>Setiap formulir TPS dalam setiap revisi, dan semua jumlah. Sumber angka:")
        .append(" formulir C.HASIL milik KPU. Kompilasi ini berlisensi <a href=\"")
        .append(Licence.PATH)
        .append("\">CC BY 4.0</a>. <span lang=\"en\">Every polling-station form in every")
        .append(" revision, and all totals. Origin of the figures: KPU's forms C.HASIL.</span></p>")
        .append("<p><a href=\"/data/latest.json\">latest.json</a> ·")
        .append(" <a href=\"/data/latest/datapackage.json\">datapackage.json</a> ·")
        .append(" <a href=\"/data/latest/SHA256SUMS\">SHA256SUMS</a> ·")
        .append(" <a href=\"/data.json\">data.json</a></p>");
    html.append("<h2>")
        .append(newest.id())
        .append("</h2><table><thead><tr><th>berkas / file</th>")
        .append("<th>ukuran / size</th><th>SHA-256</th></tr></thead><tbody>");
    for (FileNote file : newest.files().values()) {
      html.append("<tr><td><a href=\"/data/")
          .append(newest.id())
          .append('/')
          .append(file.name())
          .append("\">")
          .append(file.name())
          .append("</a></td><td>")
          .append(size(file.bytes()))
          .append("</td><td><code>")
          .append(file.sha256())
          .append("</code></td></tr>");
    }
    html.append("</tbody></table><h2>Sebelumnya / earlier</h2><ul>");
    for (int i = all.size() - 1; i >= 0; i--) {
      Snapshot each = all.get(i);
      if (!each.id().equals(newest.id())) {
        html.append("<li><a href=\"/data/")
            .append(each.id())
            .append('/')
            .append(Snapshot.PACKAGE)
            .append("\">")
            .append(each.id())
            .append("</a></li>");
      }
    }
    html.append("</ul></body></html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < MEGA
        ? bytes / KILO + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGA);
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
