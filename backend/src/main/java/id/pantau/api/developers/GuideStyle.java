package id.pantau.api.developers;

import id.pantau.platform.Digest;
import id.pantau.platform.PlainStyle;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How the page looks: the plain pages' ink and hairlines; contents beside it where there is room.
 */
final class GuideStyle {
  static final String TEXT =
      PlainStyle.TEXT
          + """
      :root{--c:#f0f1f1}
      @media(prefers-color-scheme:dark){:root{--c:#181c20}}
      html{scroll-padding-top:1rem}
      body{max-width:76rem;margin:0 auto;padding:0 1rem 4rem;font:1rem/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
      .skip{position:absolute;left:-99rem}
      .skip:focus{left:1rem;background:var(--p);padding:.5rem}
      header{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 0;border-bottom:1px solid var(--i)}
      header a{padding:.2rem 0}
      .site{font-weight:600;text-decoration:none}
      h1{margin:1.5rem 0 .3em;font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);line-height:1.1;letter-spacing:-.015em}
      h2{margin:0 0 .5rem;font-size:1.5rem;line-height:1.2;letter-spacing:-.01em}
      h3{margin:0;font-size:1.0625rem}
      p{margin:.5rem 0;max-width:44rem}
      .lead{font-size:1.125rem}
      .q{color:var(--q);font-size:.875rem}
      nav ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:.75rem 0 0;padding:0;list-style:none}
      nav a{display:inline-block;padding:.25rem 0}
      nav .q{margin:1.25rem 0 0}
      section{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--i)}
      article{margin-top:2.25rem;padding-top:1rem;border-top:1px solid var(--l)}
      code,pre{font:.8125rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      .path{color:var(--q);overflow-wrap:anywhere}
      dl{display:grid;gap:.35rem 1rem;margin:.75rem 0;max-width:44rem;font-size:.9375rem}
      dt code{font-weight:600}
      dt small{color:var(--q);margin-left:.5rem}
      dd{margin:0;color:var(--q)}
      .io{margin-top:.75rem;background:var(--c);border:1px solid var(--l)}
      .bar{display:flex;align-items:center;gap:1rem;min-height:2.25rem;padding:0 .75rem;border-bottom:1px solid var(--l);font-size:.8125rem;color:var(--q)}
      .bar b{font-weight:600;margin-right:auto}
      .io pre+.bar,.live{border-top:1px solid var(--l)}
      pre{margin:0;padding:.75rem;overflow:auto;max-height:24rem;tab-size:2}
      button{font:inherit;color:var(--i);background:none;border:0;padding:.35rem 0;text-decoration:underline;text-decoration-color:var(--m);text-underline-offset:.2em;cursor:pointer}
      button:hover{text-decoration-color:currentColor}
      [hidden]{display:none!important}
      @media(min-width:40rem){dl{grid-template-columns:minmax(9rem,auto) 1fr}}
      @media(min-width:64rem){body>.two{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:0 3.5rem}nav{position:sticky;top:0;align-self:start;padding-top:1rem}nav ul{display:block}}
      """;

  /** The style by its hash, our own script, our own answers and icon; nothing else. */
  static final String POLICY =
      "default-src 'none'; style-src '"
          + "sha256-"
          + Base64.getEncoder().encodeToString(Digest.sha256(TEXT.getBytes(StandardCharsets.UTF_8)))
          + "'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private GuideStyle() {}
}
