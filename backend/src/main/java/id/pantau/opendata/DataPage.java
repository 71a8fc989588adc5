package id.pantau.opendata;

import id.pantau.model.Election;
import id.pantau.platform.PlainStyle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /data/}: what there is, for people. Plain HTML in both languages, without script: a table
 * a row, its formats beside it, looking as the plain pages do.
 */
final class DataPage {
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private static final String STYLE =
      PlainStyle.TEXT
          + """
      body{max-width:58rem;margin:0 auto;padding:0 1rem 3rem;font:1rem/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums}
      header{padding:.75rem 0;border-bottom:1px solid var(--i)}
      header a{font-weight:600;text-decoration:none}
      h1{margin:1.25rem 0 .3em;font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);line-height:1.1;letter-spacing:-.015em}
      h2{margin:2.25rem 0 .5rem;font-size:1.125rem}
      p{margin:.5rem 0;max-width:44rem}
      small,.q{color:var(--q);font-size:.875rem}
      ul{margin:0;padding:0;list-style:none}
      table{width:100%;border-collapse:collapse;border-top:1px solid var(--i)}
      tr{border-bottom:1px solid var(--l)}
      th,td{padding:.5rem 0;text-align:left;font-weight:400;vertical-align:baseline}
      td{padding-left:1rem;text-align:right;white-space:nowrap}
      td small{margin-left:.35rem}
      .f a{display:inline-block;padding:.2rem 1rem .2rem 0}
      @media(max-width:40rem){tr{display:grid;grid-template-columns:repeat(3,1fr);padding:.4rem 0}th{grid-column:1/4;padding:0}td{padding:0;text-align:left}td small{display:block;margin:0}}
      """;

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
    StringBuilder html = new StringBuilder(16_384);
    html.append("<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Data terbuka · Pantau Suara</title><link rel=\"license\" href=\"")
        .append(Licence.PATH)
        .append("\"><style>")
        .append(STYLE)
        .append("</style></head><body><header><a href=\"/\">Pantau Suara</a></header>");
    if (election.isTest()) {
      html.append("<p class=\"banner\"><strong>Data uji</strong> ")
          .append(text(election.banners().getOrDefault("id", "")))
          .append("</p>");
    }
    html.append("<main><h1>Data terbuka</h1>");
    about(html);
    html.append("<h2>Berkas, ").append(newest.id()).append("</h2>");
    files(html, newest);
    earlier(html, newest, all);
    return html.append("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void about(StringBuilder html) {
    html.append("<p>Setiap formulir TPS dalam setiap revisi, dan semua jumlah. Sumber angka:")
        .append(" formulir C.HASIL milik KPU. Kompilasi ini berlisensi <a href=\"")
        .append(Licence.PATH)
        .append("\">CC BY 4.0</a>.</p><p class=\"q\">")
        .append(text(election.notices().getOrDefault("id", "")))
        .append("</p><p lang=\"en\">Every polling-station form in every revision, and all totals.")
        .append(" Origin of the figures: KPU's forms C.HASIL. The compilation is CC BY 4.0.</p>")
        .append("<p lang=\"en\" class=\"q\">")
        .append(text(election.notices().getOrDefault("en", "")))
        .append("</p><p class=\"f\"><a href=\"/data/latest.json\">latest.json</a>")
        .append("<a href=\"/data/latest/datapackage.json\">datapackage.json</a>")
        .append("<a href=\"/data/latest/SHA256SUMS\">SHA256SUMS</a>")
        .append("<a href=\"/data.json\">data.json</a></p>");
  }

  private static void files(StringBuilder html, Snapshot newest) {
    Map<String, List<FileNote>> tables = new LinkedHashMap<>();
    for (FileNote file : newest.files().values()) {
      boolean isTable = !List.of(Snapshot.PACKAGE, Snapshot.SUMS).contains(file.name());
      if (isTable) {
        tables.computeIfAbsent(file.table(), t -> new ArrayList<>()).add(file);
      }
    }
    html.append("<table>");
    tables.forEach(
        (table, formats) -> {
          html.append("<tr><th scope=\"row\">").append(table).append("</th>");
          formats.forEach(file -> cell(html, newest, file));
          html.append("</tr>");
        });
    html.append("</table>");
  }

  private static void cell(StringBuilder html, Snapshot newest, FileNote file) {
    html.append("<td><a href=\"/data/")
        .append(newest.id())
        .append('/')
        .append(file.name())
        .append("\">")
        .append(file.name().substring(file.name().indexOf('.') + 1))
        .append("</a> <small>")
        .append(size(file.bytes()))
        .append("</small></td>");
  }

  private static void earlier(StringBuilder html, Snapshot newest, List<Snapshot> all) {
    if (all.size() < 2) {
      return;
    }
    html.append("<h2>Sebelumnya <span lang=\"en\" class=\"q\">earlier</span></h2><ul>");
    for (int i = all.size() - 1; i >= 0; i--) {
      String id = all.get(i).id();
      if (!id.equals(newest.id())) {
        html.append(
            "<li><a href=\"/data/" + id + "/" + Snapshot.PACKAGE + "\">" + id + "</a></li>");
      }
    }
    html.append("</ul>");
  }

  /** With a comma, as Indonesian writes it. */
  private static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < MEGA
        ? bytes / KILO + " kB"
        : String.format(Locale.forLanguageTag("id"), "%.1f MB", bytes / (double) MEGA);
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
