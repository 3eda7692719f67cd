package io.mosskit.inference.serve.api;

import io.mosskit.inference.chat.ReplyText;
import io.mosskit.inference.serve.engine.Scored;
import io.mosskit.inference.tokenizer.StreamingDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Makes the text of a reply from its tokens, piece by piece. What may yet become a text that ends
/// it waits; so does what may yet become the marker that a model writes before its reply.
final class ReplyBuilder {

  private final StreamingDecoder decoder;
  private final List<String> stops;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Placed> held = new ArrayDeque<>();
  private int begin;
  private int told;
  private int cut = -1;

  /// @param stops texts that end the reply and do not belong to it
  /// @param afterMarker whether the reply begins after blanks and the marker `<|MOSS|>:`, if there
  ///   are any
  ReplyBuilder(StreamingDecoder decoder, List<String> stops, boolean afterMarker) {
    this.decoder = decoder;
    this.stops = stops;
    this.begin = afterMarker ? -1 : 0;
  }

  /// A piece of a reply and the tokens that made it.
  record Piece(String text, List<Placed> tokens) {

    boolean isEmpty() {
      return text.isEmpty() && tokens.isEmpty();
    }
  }

  /// Takes a token and gives what can be told.
  Piece accept(Scored token) {
    int start = text.length();
    text.append(decoder.accept(token.id()));
    held.addLast(new Placed(token, start, text.length()));
    return tell(false);
  }

  /// Gives the rest.
  Piece finish() {
    text.append(decoder.finish());
    return tell(true);
  }

  /// Whether one of the texts that end it has come.
  boolean isStopped() {
    return cut >= 0;
  }

  /// The reply so far.
  String told() {
    return begin < 0 ? "" : text.substring(begin, told);
  }

  private Piece tell(boolean all) {
    if (begin < 0 && !begins()) {
      return new Piece("", List.of());
    }
    if (cut < 0) {
      cut = firstStop();
    }
    int to = cut >= 0 ? cut : all ? text.length() : text.length() - unsure();
    String piece = text.substring(told, Math.max(told, to));
    told = Math.max(told, to);
    return new Piece(piece, release(piece.isEmpty() && !all, all && cut < 0));
  }

  private boolean begins() {
    begin = ReplyText.beginning(text.toString());
    if (begin >= 0) {
      told = begin;
      held.removeIf(placed -> placed.end() <= begin);
    }
    return begin >= 0;
  }

  private int firstStop() {
    return stops.stream()
        .mapToInt(stop -> text.indexOf(stop, told))
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  /// How many of the last characters may be the beginning of a text that ends the reply.
  private int unsure() {
    int most = 0;
    for (String stop : stops) {
      for (int n = Math.min(stop.length() - 1, text.length() - told); n > most; n--) {
        if (text.substring(text.length() - n).equals(stop.substring(0, n))) {
          most = n;
        }
      }
    }
    return most;
  }

  private List<Placed> release(boolean none, boolean all) {
    List<Placed> released = new ArrayList<>();
    while (!none && !held.isEmpty() && (all || held.getFirst().end() <= told || cutsInto())) {
      released.add(held.removeFirst());
    }
    return released;
  }

  /// Whether the end of the reply lies within the next token.
  private boolean cutsInto() {
    return cut >= 0 && held.getFirst().start() < cut;
  }
}
