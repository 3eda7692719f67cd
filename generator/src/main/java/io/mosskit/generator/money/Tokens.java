package io.mosskit.generator.money;

import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Message;
import java.nio.charset.StandardCharsets;

/// How many tokens a request has, as far as one can know without the teacher's own tokenizer.
public final class Tokens {

  /// What a chat template puts around each message: roles and marks.
  private static final int AROUND_A_MESSAGE = 16;

  /// What it puts around the whole: some put a system prompt of their own before it.
  private static final int AROUND_ALL = 64;

  private static final int CHARACTERS_A_TOKEN = 4;

  private Tokens() {}

  /// At most so many: a token of a byte-level vocabulary is at least one byte of UTF-8.
  public static long atMost(ChatRequest request) {
    long tokens = AROUND_ALL;
    for (Message message : request.messages()) {
      tokens += AROUND_A_MESSAGE + bytes(message.content());
    }
    return tokens;
  }

  /// About so many: a quarter of the characters of ASCII, and as many as there are others.
  public static long about(ChatRequest request) {
    long tokens = 0;
    for (Message message : request.messages()) {
      String text = message.content();
      long ascii = text.chars().filter(c -> c < 128).count();
      tokens += AROUND_A_MESSAGE / 4 + ascii / CHARACTERS_A_TOKEN + (text.length() - ascii);
    }
    return tokens;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
