package io.mosskit.generator.judge;

import io.mosskit.generator.asking.Characters;
import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a judge thinks of a dialogue.
///
/// @param scores from 1 to 5, one for each criterion
/// @param reasons a sentence for each criterion, empty where the judge gave none
public record Judgement(Map<Criterion, Integer> scores, Map<Criterion, String> reasons) {

  /// Why an answer is no judgement.
  static final String UNREADABLE = "unreadable_judgement";

  private static final int BEST = 5;

  public Judgement {
    scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    reasons = Collections.unmodifiableMap(new EnumMap<>(reasons));
  }

  /// The judgement in an answer, `{"reasons": {…}, "scores": {…}}`.
  static Read<Judgement> read(ChatReply answer) {
    return switch (JsonAnswer.of(answer.content())) {
      case JsonAnswer.Broken(String why) -> new Faulty<>(UNREADABLE, why);
      case JsonAnswer.Read(Json.Obj object) ->
          object.get("scores") instanceof Json.Obj scores
              ? read(
                  scores, object.get("reasons") instanceof Json.Obj given ? given : Json.Obj.EMPTY)
              : new Faulty<>(UNREADABLE, "\"scores\" is no object");
    };
  }

  /// The judgement in an answer's text, empty where it is none.
  static Optional<Judgement> of(String answer) {
    ChatReply reply = new ChatReply(answer, ChatReply.Finish.STOP, 0, 0, "");
    return read(reply) instanceof Usable<Judgement>(Judgement judgement)
        ? Optional.of(judgement)
        : Optional.empty();
  }

  /// The mean of the scores.
  public double mean() {
    return scores.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  private static Read<Judgement> read(Json.Obj given, Json.Obj reasons) {
    Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
    Map<Criterion, String> sentences = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      int score = score(given.get(criterion.label()));
      if (score == 0) {
        return new Faulty<>(
            UNREADABLE,
            "the score for %s is no whole number from 1 to %d".formatted(criterion.label(), BEST));
      }
      scores.put(criterion, score);
      String reason = Objects.requireNonNullElse(reasons.string(criterion.label()), "");
      sentences.put(criterion, Characters.whole(reason.strip()));
    }
    return new Usable<>(new Judgement(scores, sentences));
  }

  /// 0 where it is none.
  private static int score(@Nullable Json given) {
    if (!(given instanceof Json.Num number)) {
      return 0;
    }
    for (int score = 1; score <= BEST; score++) {
      if (number.decimal().compareTo(BigDecimal.valueOf(score)) == 0) {
        return score;
      }
    }
    return 0;
  }

  /// The lowest of the scores.
  public int least() {
    return Collections.min(scores.values());
  }

  /// The scores as they stand in a record, by the criteria's names.
  public Json.Obj scoresJson() {
    ObjBuilder json = Json.object();
    scores.forEach((criterion, score) -> json.put(criterion.label(), score));
    return json.build();
  }

  /// The reasons likewise.
  public Json.Obj reasonsJson() {
    ObjBuilder json = Json.object();
    reasons.forEach((criterion, reason) -> json.put(criterion.label(), reason));
    return json.build();
  }
}
