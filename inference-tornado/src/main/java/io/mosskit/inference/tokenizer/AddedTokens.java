package io.mosskit.inference.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts text at added tokens: leftmost first, and there the longest.
final class AddedTokens {

  private final TokenTrie whiteSpace;
  private final TokenTrie control;

  /// Whether a token begins with a character: most characters begin none.
  private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];

  AddedTokens(List<AddedToken> tokens) {
    whiteSpace = new TokenTrie(tokens.stream().filter(token -> !token.isControl()).toList());
    control = new TokenTrie(tokens.stream().filter(AddedToken::isControl).toList());
    tokens.forEach(token -> begins[token.text().charAt(0)] = true);
  }

  /// The segments of `text`, which is the texts of `parts` joined, in order and without a gap. Runs
  /// of white space are cut out wherever they are, across parts too; a control token only where it
  /// lies within one part that recognises it.
  List<Segment> split(char[] text, List<TextPart> parts) {
    List<Segment> segments = new ArrayList<>();
    int ordinary = 0;
    int at = 0;
    int partEnd = 0;
    for (TextPart part : parts) {
      partEnd += part.text().length();
      boolean recognised = part.controlTokens() == ControlTokens.RECOGNISED;
      while (at < partEnd) {
        AddedToken token = begins[text[at]] ? tokenAt(text, at, recognised ? partEnd : at) : null;
        if (token == null) {
          at++;
          continue;
        }
        if (ordinary < at) {
          segments.add(Segment.ordinary(ordinary, at));
        }
        ordinary = at + token.text().length();
        segments.add(new Segment(at, ordinary, token));
        at = ordinary;
      }
    }
    if (ordinary < text.length) {
      segments.add(Segment.ordinary(ordinary, text.length));
    }
    return segments;
  }

  private @Nullable AddedToken tokenAt(char[] text, int at, int controlEnd) {
    AddedToken controlToken = control.longestAt(text, at, controlEnd);
    AddedToken run = whiteSpace.longestAt(text, at, text.length);
    if (controlToken == null || run == null) {
      return controlToken == null ? run : controlToken;
    }
    return controlToken.text().length() > run.text().length() ? controlToken : run;
  }
}
