package io.mosskit.cli.recipe;

/// A recipe is not understood; the message names file, line and remedy.
public final class RecipeException extends Exception {

  private static final long serialVersionUID = 1L;

  RecipeException(String message) {
    super(message);
  }
}
