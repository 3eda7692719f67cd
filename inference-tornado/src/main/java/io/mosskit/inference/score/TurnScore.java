package io.mosskit.inference.score;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.OptionalDouble;

/// How well a model foretells one reply.
///
/// @param turn the turn's place in the dialogue, from 1
/// @param given its loss after everything before it: meta instruction, earlier turns, this turn's
///   words, thoughts, commands and results
/// @param alone its loss where nothing but its role marker stands before it
/// @param reward what a preference head makes of it, where one was asked
record TurnScore(int turn, Loss given, Loss alone, OptionalDouble reward) {

  /// Instruction-following difficulty: the mean loss of the reply after its dialogue, divided by
  /// its mean loss alone. 1 and above says that the dialogue does not help to foretell the reply.
  /// NaN for a reply without tokens.
  ///
  /// Source: Li et al. 2024, *From Quantity to Quality*, NAACL, section 3.
  double ifd() {
    return given.mean() / alone.mean();
  }

  Json.Obj json() {
    ObjBuilder json = Json.object().put("turn", turn);
    given.putInto(json);
    Loss.putFinite(json, "unconditional_loss", alone.mean());
    Loss.putFinite(json, "ifd", ifd());
    reward.ifPresent(value -> json.put("reward", value));
    return json.build();
  }
}
