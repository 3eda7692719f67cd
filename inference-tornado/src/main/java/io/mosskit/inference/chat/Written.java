package io.mosskit.inference.chat;

import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.TextPart;
import java.util.ArrayList;
import java.util.List;

/// Text for the model, in parts: what the program wrote, in which control tokens count, and what
/// came from outside, in which they are text like any other.
public record Written(List<TextPart> parts) {

  /// No text.
  public static final Written NOTHING = new Written(List.of());

  public Written {
    parts = List.copyOf(parts);
  }

  /// This, then words of the program.
  public Written then(String text) {
    return with(new TextPart(text, ControlTokens.RECOGNISED));
  }

  /// This, then words of somebody else.
  public Written thenSaid(String text) {
    return with(new TextPart(text, ControlTokens.AS_TEXT));
  }

  /// This, then that.
  public Written then(Written other) {
    List<TextPart> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Written(all);
  }

  private Written with(TextPart part) {
    return part.text().isEmpty() ? this : then(new Written(List.of(part)));
  }
}
