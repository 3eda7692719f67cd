package io.mosskit.cli.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.tokens.TokenCount;
import io.mosskit.generator.tokens.TokenEstimate;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.convert.TrainingText;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How far the estimate is from real vocabularies, on the published dialogues.
class MeasuresTheTokenEstimateTest {

  private static final List<String> PLAIN =
      List.of(
          "harmless",
          "honest",
          "helpful-brainstorming",
          "helpful-code",
          "helpful-complex-instruction",
          "helpful-role-playing",
          "helpful-writing");

  private static List<Conversation> samples(String name) throws Exception {
    List<Conversation> samples = new ArrayList<>();
    Path file = SharedFolder.resolve("data/moss-003-samples/" + name + ".jsonl");
    try (Scan<Entry> scan = Corpus.of(file).entries()) {
      for (Entry entry : scan) {
        samples.add(((Entry.Accepted) entry).conversation());
      }
    }
    return samples;
  }

  private static double tokens(TokenCount count, Conversation dialogue) {
    return TrainingText.of(dialogue).pieces().stream().mapToInt(p -> count.of(p.text())).sum();
  }

  private static boolean isEnglish(Conversation dialogue) {
    return dialogue.turns().stream()
        .flatMapToInt(turn -> (turn.human() + turn.reply()).codePoints())
        .noneMatch(Character::isIdeographic);
  }

  /// GPT-2's merges come first in MOSS's vocabulary, so that English is the same tokens in both.
  @Test
  void englishIsEstimatedOnTheSafeSide() throws Exception {
    TokenCount exact = VocabularyCount.of(SharedFolder.resolve("golden/tokenizers/gpt2"));
    List<Double> ratios = new ArrayList<>();
    for (String name : PLAIN) {
      for (Conversation dialogue : samples(name)) {
        if (isEnglish(dialogue)) {
          ratios.add(tokens(TokenEstimate.INSTANCE, dialogue) / tokens(exact, dialogue));
        }
      }
    }
    ratios.sort(null);
    assertThat(ratios).hasSize(199);
    assertThat(ratios.getFirst()).isBetween(1.0, 1.01);
    assertThat(ratios.get(ratios.size() / 2)).isBetween(1.10, 1.11);
    assertThat(ratios.getLast()).isBetween(1.17, 1.18);
  }

  /// MOSS's own ids are at hand for these dialogues alone: one English, four Chinese.
  @Test
  void chineseIsToo() throws Exception {
    Map<String, String> files =
        Map.of(
            "harmless_conversation_18", "harmless",
            "text2img_plugin_conversation_70", "text2img",
            "helpful_brainstorming_conversation_34", "helpful-brainstorming",
            "helpful_code_conversation_9", "helpful-code",
            "search_plugin_conversation_67", "web-search");
    Path golden = SharedFolder.resolve("golden/sft/sft_data_samples.json");
    List<Double> ratios = new ArrayList<>();
    for (Json element : ((Json.Arr) Json.parse(Files.readString(golden))).elements()) {
      Json.Obj sample = (Json.Obj) element;
      String source = Objects.requireNonNull(sample.string("source"));
      String name = source.replaceAll(".*/|\\.json", "");
      String file = files.get(name);
      if (file != null && "moss".equals(sample.string("tokenizer"))) {
        String id = name.replaceAll(".*_", "");
        Conversation dialogue =
            samples(file).stream()
                .filter(each -> each.idText().equals(id))
                .findFirst()
                .orElseThrow();
        double length = ((Json.Num) sample.get("full_length")).decimal().doubleValue();
        ratios.add(tokens(TokenEstimate.INSTANCE, dialogue) / length);
      }
    }
    assertThat(ratios).hasSize(5).allSatisfy(ratio -> assertThat(ratio).isBetween(1.03, 1.16));
  }
}
