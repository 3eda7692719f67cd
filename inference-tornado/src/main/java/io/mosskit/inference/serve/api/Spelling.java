package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Scored;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Log-probabilities in the two forms of OpenAI's API.
///
/// @param tokenizer spells the tokens
record Spelling(MossTokenizer tokenizer) {

  /// `logprobs` of a chat: for each token its text, its bytes and the likeliest ones in its place.
  Json.Obj ofChat(List<Placed> tokens) {
    List<Json> content = new ArrayList<>();
    for (Placed placed : tokens) {
      Scored token = placed.token();
      List<Json> top = new ArrayList<>();
      for (int i = 0; i < token.topIds().length; i++) {
        top.add(entry(token.topIds()[i], token.topLogProbabilities()[i]).build());
      }
      content.add(
          entry(token.id(), token.logProbability()).put("top_logprobs", Json.of(top)).build());
    }
    return Json.object().put("content", Json.of(content)).put("refusal", new Json.Null()).build();
  }

  private ObjBuilder entry(int id, float logProbability) {
    byte[] bytes = tokenizer.bytesOf(id);
    List<Json> numbers = new ArrayList<>();
    for (byte b : bytes) {
      numbers.add(Json.of(b & 0xFF));
    }
    return Json.object()
        .put("token", new String(bytes, StandardCharsets.UTF_8))
        .put("logprob", number(logProbability))
        .put("bytes", Json.of(numbers));
  }

  /// `logprobs` of a completion: four arrays, a number for each token. The first token of all has
  /// none.
  ///
  /// @param text what the tokens are of, and `text_offset` counts the characters of, as Unicode
  ///   does
  /// @param from the index of its first `char`, counted as [Placed] does
  /// @param offset the `text_offset` of its first character
  Json.Obj ofCompletion(List<Placed> tokens, String text, int from, int offset) {
    List<String> spelled = new ArrayList<>();
    List<Json> numbers = new ArrayList<>();
    List<Json> top = new ArrayList<>();
    List<Json> offsets = new ArrayList<>();
    int at = 0;
    int characters = offset;
    for (Placed placed : tokens) {
      Scored token = placed.token();
      int start = Math.clamp(placed.start() - from, at, text.length());
      characters += text.codePointCount(at, start);
      at = start;
      spelled.add(spell(token.id()));
      numbers.add(token.isKnown() ? number(token.logProbability()) : new Json.Null());
      top.add(token.isKnown() ? top(token) : new Json.Null());
      offsets.add(Json.of(characters));
    }
    return Json.object()
        .put("tokens", spelled)
        .put("token_logprobs", Json.of(numbers))
        .put("top_logprobs", Json.of(top))
        .put("text_offset", Json.of(offsets))
        .build();
  }

  /// The likeliest tokens and the one that came, if it is not among them.
  private Json.Obj top(Scored token) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < token.topIds().length; i++) {
      members.putIfAbsent(spell(token.topIds()[i]), number(token.topLogProbabilities()[i]));
    }
    members.putIfAbsent(spell(token.id()), number(token.logProbability()));
    return Json.of(members);
  }

  /// A token's text; where its bytes are no text, `bytes:` and the bytes, so that no two are alike.
  private String spell(int id) {
    byte[] bytes = tokenizer.bytesOf(id);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      StringBuilder escaped = new StringBuilder("bytes:");
      for (byte b : bytes) {
        escaped.append(String.format(Locale.ROOT, "\\x%02x", b));
      }
      return escaped.toString();
    }
  }

  private static Json.Num number(float value) {
    return new Json.Num(Float.toString(value));
  }
}
