package io.mosskit.inference.chat;

import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.TextPart;
import java.util.ArrayList;
import java.util.List;

/// Text for the model, in parts: what the program wrote, in which control tokens count, and what
/// came from outside, in which they are text like any other.
record Written(List<TextPart> parts) {

  static final Written NOTHING = new Written(List.of());

  Written {
    parts = List.copyOf(parts);
  }

  /// This, then words of the program.
  Written then(String text) {
    return with(new TextPart(text, ControlTokens.RECOGNISED));
  }

  /// This, then words of somebody else.
  Written thenSaid(String text) {
    return with(new TextPart(text, ControlTokens.AS_TEXT));
  }

  /// This, then that.
  Written then(Written other) {
    List<TextPart> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Written(all);
  }

  private Written with(TextPart part) {
    return part.text().isEmpty() ? this : then(new Written(List.of(part)));
  }
}
