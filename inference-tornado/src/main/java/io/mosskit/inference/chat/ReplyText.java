package io.mosskit.inference.chat;

import io.mosskit.schema.Field;

/// Shows a reply without what the model writes before it: line breaks, its marker and a blank. What
/// may yet become the marker waits.
public final class ReplyText {

  private final ChatListener listener;
  private final StringBuilder waiting = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private boolean begun;

  ReplyText(ChatListener listener) {
    this.listener = listener;
  }

  void accept(String piece) {
    if (begun) {
      pass(piece);
      return;
    }
    waiting.append(piece);
    String text = waiting.toString();
    int beginning = beginning(text);
    if (beginning >= 0) {
      begun = true;
      pass(text.substring(beginning));
    }
  }

  /// Where the reply begins in what a model has written so far; -1 while that may yet become no
  /// more than its marker.
  public static int beginning(String written) {
    int from = written.length() - written.stripLeading().length();
    String marker = Field.MOSS.opening();
    if (written.startsWith(marker, from)) {
      String reply = written.substring(from + marker.length()).stripLeading();
      return reply.isEmpty() ? -1 : written.length() - reply.length();
    }
    return marker.startsWith(written.substring(from)) ? -1 : from;
  }

  private void pass(String piece) {
    body.append(piece);
    listener.reply(piece);
  }

  /// The whole reply.
  String body() {
    return body.toString();
  }
}
