package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What MOSS is trained on: the meta instruction, then for each turn its field values in the order
/// of its members, markers included, nothing between them. Source: MOSS reference, section B.2.
///
/// @param pieces each of which is tokenised by itself
public record TrainingText(List<Piece> pieces) {

  /// A part of the text.
  public sealed interface Piece {

    /// The text itself.
    String text();

    /// The meta instruction.
    record Meta(String text) implements Piece {}

    /// A field's value.
    ///
    /// @param turn the turn's place in the dialogue, from 1
    record Value(int turn, Field field, String text) implements Piece {}
  }

  public TrainingText {
    pieces = List.copyOf(pieces);
  }

  /// The training text of a dialogue.
  public static TrainingText of(Conversation conversation) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Meta(conversation.metaInstruction()));
    for (int i = 0; i < conversation.turns().size(); i++) {
      Turn turn = conversation.turns().get(i);
      for (String key : turn.keys()) {
        int field = Turn.KEYS.indexOf(key);
        if (field >= 0) {
          pieces.add(new Piece.Value(i + 1, Field.values()[field], turn.values().get(field)));
        }
      }
    }
    return new TrainingText(pieces);
  }

  /// The whole text.
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  /// The parts of the text that have no loss, in Unicode code points, as a Python string counts. A
  /// tokenizer's own spans come with [TrainingSample].
  public List<Span> noLossSpans(LossMask mask) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (Piece piece : pieces) {
      int end = start + piece.text().codePointCount(0, piece.text().length());
      mask.noLossIn(piece, start, end, LossMask.Margins.CHARACTERS)
          .filter(span -> !span.isEmpty())
          .ifPresent(spans::add);
      start = end;
    }
    return List.copyOf(spans);
  }
}
