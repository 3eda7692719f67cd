package io.mosskit.inference.checkpoint.writing;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.schema.json.Json;
import java.util.List;

/// `config.json` with the members that the published models have.
final class ConfigJson {

  private ConfigJson() {}

  static Json.Obj of(MossConfig config, ElementType floats, String origin) {
    return Json.object()
        .put("architectures", List.of("MossForCausalLM"))
        .put("model_type", "moss")
        .put("_comment", origin)
        .put("activation_function", "gelu_new")
        .put("vocab_size", config.vocabSize())
        .put("n_positions", config.nPositions())
        .put("n_ctx", config.nPositions())
        .put("n_embd", config.nEmbd())
        .put("n_layer", config.nLayer())
        .put("n_head", config.nHead())
        .put("n_inner", config.nInner())
        .put("rotary_dim", config.rotaryDim())
        .put("layer_norm_epsilon", config.layerNormEpsilon())
        .put("bos_token_id", config.bosTokenId())
        .put("eos_token_id", config.eosTokenId())
        .put("tie_word_embeddings", false)
        .put("use_cache", true)
        .put("torch_dtype", dtype(floats))
        .put("wbits", config.wbits())
        .put("groupsize", config.groupSize())
        .build();
  }

  private static String dtype(ElementType floats) {
    return switch (floats) {
      case F32 -> "float32";
      case F16 -> "float16";
      case BF16 -> "bfloat16";
      case I64, I32, I16, I8, U8, BOOL ->
          throw new IllegalArgumentException("numbers without a fraction: " + floats);
    };
  }
}
