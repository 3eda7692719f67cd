package io.mosskit.plugins.paint;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;

/// Draws placeholders, offline.
record PlaceholderPainter() implements Painter {

  /// Ten fillings of all pixels, at about two products each.
  private static final long WORK = 20L * Canvas.SIDE * Canvas.SIDE;

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "a placeholder for a picture, drawn from a hash of its description";
  }

  @Override
  public Picture paint(String description, Limits limits) throws Refusal {
    if (limits.work() < WORK) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          "a picture takes work of " + WORK + "; at most " + limits.work() + " is allowed");
    }
    return new Picture(Placeholder.of(description), Picture.Format.PNG);
  }
}
