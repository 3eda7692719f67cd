package io.mosskit.inference.serve.api;

import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.serve.engine.Engine;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.json.Json;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The model that is served.
///
/// @param name what requests call it
/// @param sampling how tokens are drawn where a request does not say
/// @param sources where chance and time come from
public record ServedModel(
    String name,
    Engine engine,
    MossTokenizer tokenizer,
    SamplingSettings sampling,
    Sources sources) {

  /// Where chance and time come from.
  ///
  /// @param seeds gives a seed where a request has none, and makes ids; asked from many threads
  /// @param clock for times in answers
  public record Sources(LongSupplier seeds, InstantSource clock) {}

  /// The random generator of a seed, the one of `mosskit chat`.
  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// A new id.
  String id(String prefix) {
    return prefix + Long.toHexString(sources.seeds().getAsLong());
  }

  /// Seconds since 1970.
  long now() {
    return sources.clock().instant().getEpochSecond();
  }

  /// The token that ends a field of a turn; empty where the tokenizer has none.
  OptionalInt token(String spelling) {
    return tokenizer.idOf(spelling);
  }

  /// Refuses the name of another model.
  void require(Members members) throws Refusal {
    String model = members.string("model");
    if (model == null) {
      throw Refusal.of("model", "you must provide a model parameter");
    }
    if (!model.equals(name)) {
      throw Refusal.noSuchModel(model, name);
    }
  }

  /// What `/v1/models/NAME` says.
  public Json.Obj json() {
    return Json.object()
        .put("id", name)
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", "mosskit")
        .put("context_length", engine.context())
        .build();
  }
}
