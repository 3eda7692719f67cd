package io.mosskit.inference.score;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;

/// What some tokens cost a model.
///
/// @param tokens how many they are
/// @param nll the sum of their -ln p, in nats
/// @param bytes how many bytes of UTF-8 they stand for
record Loss(long tokens, double nll, long bytes) {

  static final Loss NONE = new Loss(0, 0, 0);

  Loss plus(Loss other) {
    return new Loss(tokens + other.tokens, nll + other.nll, bytes + other.bytes);
  }

  /// -ln p of a token in the mean; NaN where there is none.
  double mean() {
    return nll / tokens;
  }

  double perplexity() {
    return Math.exp(mean());
  }

  double bitsPerByte() {
    return nll / Math.log(2) / bytes;
  }

  /// Adds the members `tokens`, `nll`, `loss`, `perplexity` and `bits_per_byte`; a mean over
  /// nothing is left out.
  void putInto(ObjBuilder json) {
    json.put("tokens", tokens).put("nll", nll);
    putFinite(json, "loss", mean());
    putFinite(json, "perplexity", perplexity());
    putFinite(json, "bits_per_byte", bitsPerByte());
  }

  static void putFinite(ObjBuilder json, String name, double value) {
    json.put(name, Double.isFinite(value) ? Json.of(value) : null);
  }
}
