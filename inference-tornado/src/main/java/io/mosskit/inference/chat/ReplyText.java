package io.mosskit.inference.chat;

import io.mosskit.schema.Field;

/// Shows a reply without what the model writes before it: line breaks, its marker and a blank. What
/// may yet become the marker waits.
final class ReplyText {

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
    String text = waiting.toString().stripLeading();
    String marker = Field.MOSS.opening();
    if (text.startsWith(marker)) {
      text = text.substring(marker.length()).stripLeading();
    } else if (marker.startsWith(text)) {
      return;
    }
    if (!text.isEmpty()) {
      begun = true;
      pass(text);
    }
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
