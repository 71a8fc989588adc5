package id.pantau.api.card;

/** The colours of the pages' light paper ({@code frontend/src/elements/tokens.css}), 0xRRGGBB. */
final class Ink {
  static final int PAPER = 0xfbfbfa;
  static final int INK = 0x15181b;
  static final int QUIET = 0x535c64;
  static final int LINE = 0xdcdfe1;
  static final int TICK = 0x868f96;

  private Ink() {}
}
