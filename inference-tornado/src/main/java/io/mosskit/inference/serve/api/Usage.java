package io.mosskit.inference.serve.api;

import io.mosskit.schema.json.Json;

/// The numbers of tokens that a bill would name.
///
/// @param prompt tokens of all prompts, each counted once
/// @param cached those of them that were known from an earlier request
/// @param completion tokens that were written, stop tokens among them
record Usage(long prompt, long cached, long completion) {

  Json.Obj json() {
    return Json.object()
        .put("prompt_tokens", prompt)
        .put("completion_tokens", completion)
        .put("total_tokens", prompt + completion)
        .put(
            "prompt_tokens_details",
            Json.object().put("cached_tokens", Math.min(cached, prompt)).build())
        .build();
  }
}
