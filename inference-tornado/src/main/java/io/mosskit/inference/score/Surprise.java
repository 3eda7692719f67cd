package io.mosskit.inference.score;

import io.mosskit.schema.json.Json;

/// A token of a reply that a model did not expect.
///
/// @param turn the turn's place in the dialogue, from 1
/// @param token its place among the tokens of the dialogue, from 0
/// @param nll its -ln p
/// @param text its text; where its bytes are part of a character, the whole character
/// @param before the text of some tokens before it
record Surprise(int turn, int token, double nll, String text, String before) {

  Json.Obj json() {
    return Json.object()
        .put("turn", turn)
        .put("token", token)
        .put("nll", nll)
        .put("text", text)
        .put("before", before)
        .build();
  }
}
