package id.pantau.platform;

/**
 * The ink and the hairlines of pages that are plain HTML: the light and the dark colours, links,
 * the focus. Each such page adds what is its own; a policy names the whole by its hash.
 */
public final class PlainStyle {
  /**
   * {@code --p} paper, {@code --i} ink, {@code --q} quiet, {@code --l} and {@code --m} lines,
   * {@code --b} banner.
   */
  public static final String TEXT =
      """
      :root{color-scheme:light dark;--p:#fbfbfa;--i:#15181b;--q:#535c64;--l:#dcdfe1;--m:#868f96;--b:#e6e8e9}
      @media(prefers-color-scheme:dark){:root{--p:#111417;--i:#e8ebed;--q:#9fa9b0;--l:#2b3136;--m:#6c767d;--b:#252b30}}
      *{box-sizing:border-box}
      html{background:var(--p);color:var(--i);-webkit-text-size-adjust:100%}
      a{color:inherit;text-decoration-color:var(--m);text-underline-offset:.2em}
      a:hover{text-decoration-color:currentColor}
      :focus-visible{outline:2px solid;outline-offset:3px}
      .banner{max-width:none;margin:0 -1rem;padding:.5rem 1rem;background:var(--b);font-size:.875rem}
      """;

  private PlainStyle() {}
}
