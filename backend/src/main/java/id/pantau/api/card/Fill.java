package id.pantau.api.card;

import id.pantau.model.Choice;

/**
 * What a bar is filled with: a colour and fine lines of paper over it, so that choices are told
 * apart by eyes that do not see their hues.
 */
record Fill(int color, Texture texture) {
  /** Textures of equal weight, in ballot order; the same as the pages'. */
  enum Texture {
    PLAIN,
    FALLING,
    UPRIGHT,
    LEVEL,
    RISING,
    DOTS,
    /** Not for choices: what was held back. */
    DENSE
  }

  private static final int CHOICE_TEXTURES = 6;

  /** Forms that are held: between counted and open. */
  static final Fill HELD = new Fill(Ink.QUIET, Texture.DENSE);

  static final Fill COUNTED = new Fill(Ink.INK, Texture.PLAIN);

  /** The fill of a choice on every page and card. */
  static Fill of(Choice choice) {
    int place = Math.floorMod(choice.number() - 1, CHOICE_TEXTURES);
    return new Fill(ChoiceColor.visible(choice.color()), Texture.values()[place]);
  }
}
