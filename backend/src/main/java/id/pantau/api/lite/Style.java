package id.pantau.api.lite;

import id.pantau.platform.PlainStyle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style of the plain pages, and the policy that allows it and nothing else. Narrow first: a
 * row is a small grid that needs no sideways scroll at 360 px or with letters twice as large (the
 * widths are in em); where there is room it is the row of a table again.
 */
final class Style {
  /** The style's text; its hash stands in {@link #POLICY}, so it may not be written otherwise. */
  static final String TEXT =
      PlainStyle.TEXT
          + """
      body{max-width:58rem;margin:0 auto;padding:0 1rem 3rem;font:1rem/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
      .skip{position:absolute;left:-99rem}
      .skip:focus{left:1rem;background:var(--p);padding:.5rem}
      header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.75rem 0;border-bottom:1px solid var(--i)}
      header p,header nav{margin:0}
      .site{font-weight:600;text-decoration:none}
      .notice{margin:.75rem 0 1.25rem}
      .notice,small,.q,.from,caption small,footer{color:var(--q);font-size:.875rem;font-weight:400}
      ol.path{display:flex;align-items:baseline;flex-wrap:wrap;gap:0 .5rem;margin:0;padding:0;list-style:none;font-size:.875rem}
      .path li+li:before{content:"/";margin-right:.5rem;color:var(--m)}
      .path a,td a,th a,footer a,nav a{display:inline-block;padding:.2rem 0}
      .kind{margin:1.25rem 0 0;color:var(--q);font-size:.875rem}
      h1{margin:.1em 0 .3em;font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);line-height:1.1;letter-spacing:-.015em}
      h2{margin:0;font-size:1.125rem;line-height:1.3}
      h3{margin:0;font-size:1rem}
      p{margin:.5rem 0;max-width:44rem}
      table{width:100%;margin-top:2.25rem;border-collapse:collapse}
      section{margin-top:2.25rem}
      caption{padding-bottom:.5rem;text-align:left}
      thead{border-bottom:1px solid var(--i)}
      thead th{color:var(--q);font-size:.875rem;font-weight:400;text-align:right;vertical-align:bottom}
      thead th:first-child,tbody th{text-align:left}
      tbody tr{border-bottom:1px solid var(--l)}
      td,th{padding:.4rem 0;vertical-align:top}
      td{text-align:right}
      td b,td i{font-style:normal;white-space:nowrap}
      td i{font-size:.875rem}
      tbody th{font-weight:400}
      .s tr,.c tr,.f tr{display:grid;column-gap:.75rem}
      .s thead{position:absolute;left:-99rem}
      .s tbody,.f tbody{display:block;border-top:1px solid var(--i)}
      .s tr{position:relative;grid-template-columns:1.5rem minmax(0,1fr) auto;padding:.4rem 0 .75rem}
      .s td:first-child{grid-row:1/3;text-align:left}
      .s th{grid-row:1/3;grid-column:2}
      .s td,.s th{padding:.1rem 0}
      .s th b,.s td b,.s td:first-child{font-size:1.25rem;line-height:1.25}
      .s th b,.s td b{font-weight:600}
      svg{position:absolute;left:0;bottom:0;width:100%;height:.25rem;fill:currentColor}
      .c tr{grid-template-columns:repeat(auto-fit,minmax(5.4em,1fr))}
      .c tr>:first-child{grid-column:1/-1;padding-bottom:0}
      .c small{font-size:.8125rem}
      .c td{font-size:.875rem}
      .c td,.c thead th{text-align:left}
      .f thead{position:absolute;left:-99rem}
      .f tr{grid-template-columns:minmax(0,1fr) auto}
      .f .from{grid-column:1/-1;padding-top:0}
      dl{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:.5rem 0;padding:.5rem 0;border:solid var(--l);border-width:1px 0}
      dl div{display:flex;flex-direction:column-reverse}
      dt{color:var(--q);font-size:.875rem}
      dd{margin:0;font-size:1.25rem}
      .w{display:block;border:0;padding:0}
      .w div{flex-direction:row;flex-wrap:wrap;gap:0 .5rem}
      .w dd{font-size:1rem}
      .n{width:1.75rem;padding-right:.5rem;color:var(--q);text-align:left}
      .p td{width:4.5rem}
      .p thead td{width:auto}
      .p td.n{width:1.75rem}
      .p{margin-top:0}
      section>h3,.p caption{margin-top:.75rem;padding:.6rem 0 .3rem;border-top:1px solid var(--i)}
      .p thead,.p tbody{border-top:1px solid var(--l)}
      .p thead{border-bottom:0}
      .p .sum td,.p .sum th{font-weight:600}
      .p .said td{text-align:left;padding:0 0 .5rem;width:auto}
      tr:has(+.said){border:0}
      .said p{margin:0;max-width:none;padding-left:.75rem;border-left:3px solid var(--i)}
      article{padding:.75rem 0;border-top:1px solid var(--l)}
      code{font:inherit;overflow-wrap:anywhere}
      ul{margin:.5rem 0;padding-left:1.25rem}
      .pages{display:flex;flex-wrap:wrap;gap:0 1rem;margin-top:.75rem}
      [aria-current]{color:var(--q)}
      footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--i)}
      @media(max-width:21em){
      .s tr{grid-template-columns:1.5rem minmax(0,1fr)}
      .s tr>*{grid-row:auto}
      .s td{grid-column:2;text-align:left}
      .s td:first-child{grid-column:1}
      .e tr{display:grid;grid-template-columns:1.75rem repeat(3,1fr)}
      .e thead td{display:none}
      .e tbody th{grid-column:2/-1}
      .e thead th:nth-child(3),.e tbody td:nth-child(3){grid-column:2}
      .e .said td:last-child{grid-column:1/-1}
      .p td,.p td.n{width:auto}
      }
      @media(min-width:44em){
      .s tr,.c.few tr,.f tr{display:table-row}
      .s tbody,.f tbody{display:table-row-group;border:0}
      .s thead,.f thead{position:static}
      .s thead th:nth-child(2){text-align:left}
      .s td,.s th,.s td:first-child{padding:.6rem 0 .9rem}
      .s .v{width:11rem}.s .h{width:8rem}
      .c.few td,.c.few thead th+th{width:9.75rem;text-align:right}
      .c.few tr>:first-child{padding-bottom:.4rem}
      .f td,.f thead th+th{width:11rem}
      .f .from{padding-top:.4rem}
      }
      """;

  /**
   * Nothing asks for anything; who looks at the page from inside may read this site's robots.txt.
   */
  static final String POLICY =
      "default-src 'none'; connect-src 'self'; style-src 'sha256-"
          + hash()
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Style() {}

  private static String hash() {
    try {
      byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
