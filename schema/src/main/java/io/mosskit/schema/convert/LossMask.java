package io.mosskit.schema.convert;

import io.mosskit.schema.Field;
import io.mosskit.schema.convert.TrainingText.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which parts of a training text have no loss.
public enum LossMask {

  /// As MOSS was fine-tuned: the meta instruction has none, nor has the body of the tool responses;
  /// all else has, the user's words and every marker included. Among tokens the body is told by
  /// counting: it begins 5 tokens into its piece and ends 2 before its end, the length of its
  /// markers in MOSS's vocabulary, whatever the tokenizer. Source: MOSS reference, section B.3.
  ORIGINAL,

  /// Inner thoughts, commands and replies alone have loss, each with its role marker and its
  /// closing token: MOSS is prompted up to `<eoh>` and writes the markers of its fields itself. The
  /// meta instruction, the user's words and the tool responses have none, markers included.
  ASSISTANT_ONLY,

  /// Everything has loss.
  EVERYTHING;

  /// How many units of a tool-responses piece are its markers.
  ///
  /// @param head units of `<|Results|>:`
  /// @param tail units of `<eor>` and the line break
  record Margins(int head, int tail) {

    /// In MOSS's vocabulary.
    static final Margins TOKENS = new Margins(5, 2);

    static final Margins CHARACTERS =
        new Margins(
            Field.TOOL_RESPONSES.opening().length(), Field.TOOL_RESPONSES.closing().length() + 1);
  }

  /// The name on the command line: `assistant-only`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The policy of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static LossMask named(String name) {
    return Arrays.stream(values())
        .filter(mask -> mask.label().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = Arrays.stream(values()).map(LossMask::label).toList();
          return new IllegalArgumentException("no loss mask \"" + name + "\"; there are " + names);
        });
  }

  /// The part of a piece that has no loss, where the piece stands at `[start, end)`.
  Optional<Span> noLossIn(Piece piece, int start, int end, Margins margins) {
    return switch (this) {
      case ORIGINAL ->
          switch (piece) {
            case Piece.Meta _ -> Optional.of(new Span(start, end));
            case Piece.Value value ->
                value.field() == Field.TOOL_RESPONSES
                    ? Optional.of(new Span(start + margins.head, end - margins.tail))
                    : Optional.empty();
          };
      case ASSISTANT_ONLY ->
          isAssistants(piece) ? Optional.empty() : Optional.of(new Span(start, end));
      case EVERYTHING -> Optional.empty();
    };
  }

  private static boolean isAssistants(Piece piece) {
    return switch (piece) {
      case Piece.Meta _ -> false;
      case Piece.Value value ->
          switch (value.field()) {
            case INNER_THOUGHTS, COMMANDS, MOSS -> true;
            case HUMAN, TOOL_RESPONSES -> false;
          };
    };
  }
}
