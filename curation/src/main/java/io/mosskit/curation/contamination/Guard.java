package io.mosskit.curation.contamination;

import java.util.Locale;

/// A rule against false findings. Each can be switched off.
///
/// All but [#SHORT] say which windows are an item's *own*. A shared stretch counts only where at
/// least one of its windows is; the others of the stretch then count with it.
public enum Guard {
  /// A window that more than ten items of a set have, and more than one in a hundred, is a template
  /// or a text that many questions are asked about, and tells no item.
  BOILERPLATE("windows that more than 10 items of a set have, and more than 1 % of them"),
  /// Fewer than a quarter of the window's units hold a letter: counting, tables, formulas.
  NUMBERS("windows of which fewer than a quarter of the units hold a letter"),
  /// Fewer than half of its units are different: refrains, rulers, loops.
  MONOTONY("windows of which fewer than half of the units are different"),
  /// A question shorter than a window is looked for whole, but only from eight units on and where
  /// no other item of its set holds it. Without this guard every question is.
  SHORT("questions shorter than 8 units, or shorter than a window and in two items of a set");

  private final String what;

  Guard(String what) {
    this.what = what;
  }

  /// The name on the command line and in settings: `boilerplate`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it keeps from counting, as a noun.
  public String what() {
    return what;
  }
}
