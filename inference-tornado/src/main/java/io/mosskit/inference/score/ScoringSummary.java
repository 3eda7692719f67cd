package io.mosskit.inference.score;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.time.Duration;

/// What scoring a corpus came to.
///
/// @param model the model's name
/// @param records how many dialogues were read
/// @param scored how many of them have scores
/// @param now how many were scored by this run; the others were found scored, or say the same as
///   another one
/// @param tooLong how many are longer than the model reads
/// @param rejected how many records could not be read
/// @param tokensNow how many tokens of dialogues, and of their replies alone, were scored in this
///   run
/// @param shared how many of those were not computed, since a dialogue before had begun with them
/// @param scoring how long the model took for them
/// @param replyTokens how many tokens of replies were scored
/// @param loss their mean -ln p; NaN where there is none
/// @param ifd the mean of the dialogues' mean IFD; NaN where there is none
public record ScoringSummary(
    String model,
    long records,
    long scored,
    long now,
    long tooLong,
    long rejected,
    long tokensNow,
    long shared,
    Duration scoring,
    long replyTokens,
    double loss,
    double ifd) {

  /// Tokens that were scored in a second of this run; 0 where none were.
  public double tokensPerSecond() {
    return tokensNow == 0 ? 0 : tokensNow / Math.max(1e-9, scoring.toNanos() / 1e9);
  }

  /// The summary as it stands in `summary.json`.
  public Json.Obj json() {
    ObjBuilder json =
        Json.object()
            .put("model", model)
            .put("records", records)
            .put("scored", scored)
            .put("too_long", tooLong)
            .put("rejected", rejected)
            .put("reply_tokens", replyTokens);
    Loss.putFinite(json, "loss", loss);
    Loss.putFinite(json, "perplexity", Math.exp(loss));
    Loss.putFinite(json, "ifd", ifd);
    return json.build();
  }
}
