package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Tokenizer;
import io.mosskit.schema.Turn;
import io.mosskit.schema.testing.RandomConversations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which part of a training text has loss, in characters and in tokens.
class MasksLossTest {

  private static final Conversation DIALOGUE =
      Conversation.of(
          "茶",
          MetaInstruction.parse("M😀\n"),
          List.of(
              Turn.withPlugins(
                  1, List.of("问😀", "想", "Solve(\"x\")", "\nSolve(\"x\") =>\nx = 1\n", "答")),
              Turn.plain(2, "Thanks", "Bye")));

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  /// A token for each marker, `eo?` among them, else one for each code point; the marker of results
  /// has five and the newline is one, as in MOSS's vocabulary.
  private static final Tokenizer TOY =
      text -> {
        List<Integer> ids = new ArrayList<>();
        Matcher next = Pattern.compile("<\\|Results\\|>:|<eo[a-z]>|[\\s\\S]").matcher(text);
        while (next.find()) {
          if (next.group().length() > 6) {
            ids.addAll(List.of(27, 91, 25468, 91, 31175));
          } else {
            ids.add(next.group().codePoints().sum());
          }
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
      };

  private static List<String> masked(LossMask mask) {
    TrainingText text = TrainingText.of(DIALOGUE);
    int[] codePoints = text.text().codePoints().toArray();
    return text.noLossSpans(mask).stream()
        .map(span -> new String(codePoints, span.start(), span.end() - span.start()))
        .toList();
  }

  @Test
  void theOriginalMaskHidesTheMetaInstructionAndTheBodiesOfResults() {
    assertThat(masked(LossMask.ORIGINAL))
        .containsExactly("M😀\n", "\nSolve(\"x\") =>\nx = 1\n", " None");
  }

  @Test
  void theAssistantsOwnFieldsAloneHaveLoss() {
    assertThat(masked(LossMask.ASSISTANT_ONLY))
        .containsExactly(
            "M😀\n",
            "<|Human|>: 问😀<eoh>\n",
            "<|Results|>:\nSolve(\"x\") =>\nx = 1\n<eor>\n",
            "<|Human|>: Thanks<eoh>\n",
            "<|Results|>: None<eor>\n");
  }

  @Test
  void everythingHasLoss() {
    assertThat(masked(LossMask.EVERYTHING)).isEmpty();
  }

  @Test
  void tokensAreMaskedByCounting() {
    TrainingSample sample = sample(DIALOGUE, LossMask.ORIGINAL, 2048);
    int meta = 3;
    int human = "<|Human|>: 问x".length() + 2;
    int thoughts = "<|Inner Thoughts|>: 想".length() + 2;
    int commands = "<|Commands|>: Solve(\"x\")".length() + 2;
    int results = meta + human + thoughts + commands;
    int body = "\nSolve(\"x\") =>\nx = 1\n".length();
    assertThat(sample.noLossSpans())
        .startsWith(new Span(0, meta), new Span(results + 5, results + 5 + body))
        .hasSize(3);
    assertThat(sample.labels()[results + 4]).isEqualTo(31175);
    assertThat(sample.labels()[results + 5]).isEqualTo(TrainingSample.NO_LOSS);
    assertThat(sample.labels()[results + 5 + body]).isNotEqualTo(TrainingSample.NO_LOSS);
  }

  @Test
  void aShortResultLeavesAnEmptySpan() {
    Tokenizer coarse = text -> new int[text.length() > 40 ? 9 : 6];
    TrainingSample sample =
        TrainingSample.of(
                TrainingText.of(
                    Conversation.of(
                        "e", MetaInstruction.parse("m\n"), List.of(Turn.plain(1, "问", "a")))),
                coarse,
                LossMask.ORIGINAL,
                2048)
            .orElseThrow();
    assertThat(sample.noLossSpans()).containsExactly(new Span(0, 6), new Span(29, 28));
    assertThat(sample.labels()[28]).isEqualTo(0);
  }

  @Test
  void turnsThatDoNotFitAreLeftOutWhole() {
    int whole = sample(DIALOGUE, LossMask.ORIGINAL, 2048).inputIds().length;
    assertThat(sample(DIALOGUE, LossMask.ORIGINAL, whole).turns()).isEqualTo(2);
    TrainingSample first = sample(DIALOGUE, LossMask.ORIGINAL, whole - 1);
    assertThat(first.turns()).isEqualTo(1);
    assertThat(first.noLossSpans()).hasSize(2);
    TrainingText text = TrainingText.of(DIALOGUE);
    int one = first.inputIds().length;
    assertThat(TrainingSample.of(text, TOY, LossMask.ORIGINAL, one)).isPresent();
    assertThat(TrainingSample.of(text, TOY, LossMask.ORIGINAL, one - 1)).isEmpty();
    assertThat(TrainingSample.of(text, TOY, LossMask.ORIGINAL, 2)).isEmpty();
  }

  @Test
  void aLaterTurnThatWouldFitDoesNotFollowOneThatDoesNot() {
    Conversation longSecond =
        DIALOGUE.withTurns(
            List.of(
                Turn.plain(1, "a", "b"),
                Turn.plain(2, "c", "长".repeat(500)),
                Turn.plain(3, "d", "e")));
    assertThat(sample(longSecond, LossMask.ORIGINAL, 400).turns()).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void labelsAreTheIdsOutsideTheSpans(long seed) {
    for (LossMask mask : LossMask.values()) {
      TrainingText text = TrainingText.of(RandomConversations.irregular(seed));
      TrainingSample.of(text, TOY, mask, 1_000_000)
          .ifPresent(sample -> {
            int[] ids = sample.inputIds();
            int[] labels = sample.labels();
            for (int i = 0; i < ids.length; i++) {
              int at = i;
              boolean hidden =
                  sample.noLossSpans().stream()
                      .anyMatch(span -> span.start() <= at && at < span.end());
              assertThat(labels[i]).isEqualTo(hidden ? -100 : ids[i]);
            }
          });
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePiecesAreTheMetaInstructionAndTheValuesInKeyOrder(long seed) {
    Conversation conversation = RandomConversations.irregular(seed);
    StringBuilder expected = new StringBuilder(conversation.metaInstruction());
    for (Turn turn : conversation.turns()) {
      for (String key : turn.keys()) {
        for (Field field : Field.values()) {
          expected.append(field.key().equals(key) ? turn.value(field) : "");
        }
      }
    }
    assertThat(TrainingText.of(conversation).text()).isEqualTo(expected.toString());
  }

  @Test
  void policiesHaveNames() {
    assertThat(LossMask.named("assistant-only")).isEqualTo(LossMask.ASSISTANT_ONLY);
    assertThatThrownBy(() -> LossMask.named("none"))
        .hasMessageContaining("[original, assistant-only, everything]");
  }

  private static TrainingSample sample(Conversation conversation, LossMask mask, int maxTokens) {
    return TrainingSample.of(TrainingText.of(conversation), TOY, mask, maxTokens).orElseThrow();
  }
}
