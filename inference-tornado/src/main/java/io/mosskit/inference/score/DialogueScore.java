package io.mosskit.inference.score;

import io.mosskit.schema.convert.LossMask;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How well a model foretells a dialogue.
///
/// @param turns one for each reply
/// @param masks the loss of the whole dialogue under each mask policy, as a trainer has it
/// @param surprises the tokens of replies with the largest loss, the largest first
record DialogueScore(List<TurnScore> turns, Map<LossMask, Loss> masks, List<Surprise> surprises) {

  DialogueScore {
    turns = List.copyOf(turns);
    masks = Collections.unmodifiableMap(new TreeMap<>(masks));
    surprises = List.copyOf(surprises);
  }

  /// The loss of all replies together.
  Loss replies() {
    return turns.stream().map(TurnScore::given).reduce(Loss.NONE, Loss::plus);
  }

  /// Its members in a record, under `mosskit.likelihood`.
  Json.Obj json() {
    ObjBuilder json = Json.object();
    replies().putInto(json);
    json.put("ifd", spread(turns.stream().mapToDouble(TurnScore::ifd)));
    json.put("reward", spread(turns.stream().flatMapToDouble(turn -> turn.reward().stream())));
    ObjBuilder masked = Json.object();
    masks.forEach((mask, loss) -> masked.put(mask.label(), masked(loss)));
    json.put("masks", masked.build());
    json.put("turns", Json.of(turns.stream().map(TurnScore::json).toList()));
    json.put("surprises", Json.of(surprises.stream().map(Surprise::json).toList()));
    return json.build();
  }

  private static Json.Obj masked(Loss loss) {
    ObjBuilder json = Json.object().put("tokens", loss.tokens());
    Loss.putFinite(json, "loss", loss.mean());
    return json.build();
  }

  /// Mean, minimum and last of the finite values; nothing where there is none.
  private static Json.@Nullable Obj spread(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return null;
    }
    return Json.object()
        .put("mean", Arrays.stream(finite).sum() / finite.length)
        .put("min", Arrays.stream(finite).min().orElseThrow())
        .put("last", finite[finite.length - 1])
        .build();
  }
}
