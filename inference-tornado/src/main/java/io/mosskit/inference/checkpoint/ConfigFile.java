package io.mosskit.inference.checkpoint;

import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `config.json` as the published models have it.
final class ConfigFile {

  private final JsonFile file;
  private final Json.Obj json;

  private ConfigFile(JsonFile file, Json.Obj json) {
    this.file = file;
    this.json = json;
  }

  static MossConfig read(Path path) throws IOException {
    JsonFile file = new JsonFile(path);
    return new ConfigFile(file, file.object()).config();
  }

  private MossConfig config() throws CheckpointException {
    demand("model_type", "moss");
    demand("activation_function", "gelu_new");
    if (json.get("tie_word_embeddings") instanceof Json.Bool(boolean tied) && tied) {
      throw file.problem("tie_word_embeddings is true, but a MOSS model has an output layer");
    }
    int nEmbd = integer("n_embd");
    try {
      return new MossConfig(
          integer("vocab_size"),
          integer("n_positions"),
          nEmbd,
          integer("n_layer"),
          integer("n_head"),
          integer("n_inner", Math.multiplyExact(4, nEmbd)),
          integer("rotary_dim"),
          epsilon(),
          integer("bos_token_id"),
          integer("eos_token_id"),
          integer("wbits", 32),
          integer("groupsize", 128));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw file.problem(String.valueOf(e.getMessage()));
    }
  }

  /// Where a word is said, it must be this one.
  private void demand(String name, String expected) throws CheckpointException {
    Json value = json.get(name);
    if (value != null && !file.string(value, name).equals(expected)) {
      throw file.problem(
          "%s is %s, but must be \"%s\": no MOSS model".formatted(name, value.text(), expected));
    }
  }

  private double epsilon() throws CheckpointException {
    Json value = json.get("layer_norm_epsilon");
    return switch (value) {
      case null -> 1e-5;
      case Json.Num number -> number.doubleValue();
      case Json.Obj _, Json.Arr _, Json.Str _, Json.Bool _, Json.Null _ ->
          throw file.problem("layer_norm_epsilon must be a number");
    };
  }

  private int integer(String name) throws CheckpointException {
    return integer(name, json.get(name));
  }

  private int integer(String name, int unlessGiven) throws CheckpointException {
    Json value = json.get(name);
    return value == null || value instanceof Json.Null ? unlessGiven : integer(name, value);
  }

  private int integer(String name, @Nullable Json value) throws CheckpointException {
    long number = file.integer(value, name);
    if (number != (int) number) {
      throw file.problem("%s is %d, which is too large".formatted(name, number));
    }
    return (int) number;
  }
}
