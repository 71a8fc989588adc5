package id.pantau.command.life;

import java.util.Locale;

/** Why a time or a node is not known; docs/command-centre.md §7. */
enum Why {
  OTHER_NODE,
  BEFORE_START,
  NOT_KEPT,
  REFILLED,
  WAITING;

  String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
