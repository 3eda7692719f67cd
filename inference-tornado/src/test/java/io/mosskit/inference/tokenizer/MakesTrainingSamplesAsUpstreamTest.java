package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.convert.LossMask;
import io.mosskit.schema.convert.Span;
import io.mosskit.schema.convert.TrainingSample;
import io.mosskit.schema.convert.TrainingText;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Dialogues in Chinese and in English become the training samples that upstream's training program
/// made of them: the same ids, the same spans and labels, cut at the same turn, or none.
class MakesTrainingSamplesAsUpstreamTest {

  private static final Pattern SOURCE =
      Pattern.compile("/([a-z0-9_]+)_conversation_(\\d+)\\.json$");

  private static final Map<String, String> FILES =
      Map.of(
          "calculator_plugin", "calculator",
          "solver_plugin", "equation-solver",
          "text2img_plugin", "text2img",
          "search_plugin", "web-search",
          "mix_plugin", "mix",
          "harmless", "harmless",
          "honest", "honest",
          "helpful_brainstorming", "helpful-brainstorming",
          "helpful_code", "helpful-code",
          "helpful_role_playing", "helpful-role-playing");

  @Test
  void syntheticSamples() throws Exception {
    Json.Obj golden = (Json.Obj) json(SharedFolder.resolve("golden/sft/synthetic.json"));
    Map<String, Conversation> samples = new HashMap<>();
    int skipped = 0;
    int made = 0;
    for (Json each : ((Json.Arr) golden.members().get("items")).elements()) {
      Json.Obj item = (Json.Obj) each;
      String name = Objects.requireNonNull(item.string("name"));
      if (item.get("sample") instanceof Json.Obj sample) {
        samples.put(name, dialogue(sample.with("conversation_id", Json.of(name))));
      }
      Optional<TrainingSample> sample =
          sample(samples.get(name), Objects.requireNonNull(item.string("tokenizer")));
      if (item.get("skipped").equals(Json.of(true))) {
        assertThat(sample).as(name).isEmpty();
        skipped++;
      } else {
        isAsExpected(sample.orElseThrow(), item);
        assertThat(sample.orElseThrow().labels()).containsExactly(ints(item.get("labels")));
        made++;
      }
    }
    assertThat(made).isEqualTo(10);
    assertThat(skipped).isEqualTo(2);
  }

  @Test
  void publishedSamples() throws Exception {
    Path data = SharedFolder.resolve("data/moss-003-samples");
    Json golden = json(SharedFolder.resolve("golden/sft/sft_data_samples.json"));
    int checked = 0;
    int truncated = 0;
    for (Json each : ((Json.Arr) golden).elements()) {
      Json.Obj item = (Json.Obj) each;
      Matcher source = SOURCE.matcher(Objects.requireNonNull(item.string("source")));
      assertThat(source.find()).isTrue();
      List<String> lines = Files.readAllLines(data.resolve(FILES.get(source.group(1)) + ".jsonl"));
      // The data beside the project are the first seven tenths of each published set.
      int number = Integer.parseInt(source.group(2));
      if ("tiny-1000".equals(item.string("tokenizer")) && number <= lines.size()) {
        Conversation dialogue = dialogue(Json.parse(lines.get(number - 1)));
        TrainingSample sample = sample(dialogue, "tiny-1000").orElseThrow();
        isAsExpected(sample, item);
        long labelled = java.util.Arrays.stream(sample.labels()).filter(id -> id >= 0).count();
        assertThat(Json.of(labelled)).isEqualTo(item.get("n_labels"));
        boolean cut = sample.turns() < dialogue.turns().size();
        assertThat(Json.of(cut)).isEqualTo(item.get("truncated"));
        truncated += cut ? 1 : 0;
        checked++;
      }
    }
    assertThat(checked).isEqualTo(7);
    assertThat(truncated).isPositive();
  }

  private static void isAsExpected(TrainingSample sample, Json.Obj expected) {
    assertThat(sample.inputIds()).containsExactly(ints(expected.get("input_ids")));
    List<Span> spans = new ArrayList<>();
    for (Json span : ((Json.Arr) expected.members().get("no_loss_spans")).elements()) {
      int[] bounds = ints(span);
      spans.add(new Span(bounds[0], bounds[1]));
    }
    assertThat(sample.noLossSpans()).isEqualTo(spans);
  }

  private static Optional<TrainingSample> sample(Conversation dialogue, String tokenizer)
      throws Exception {
    return TrainingSample.of(
        TrainingText.of(dialogue),
        MossTokenizer.load(GoldenFiles.tokenizer(tokenizer), TokenizerMode.LEGACY),
        LossMask.ORIGINAL,
        TrainingSample.ORIGINAL_MAX_TOKENS);
  }

  private static Conversation dialogue(Json record) {
    return ((Entry.Accepted) MossJson.parse(record.text())).conversation();
  }

  private static Json json(Path file) throws Exception {
    return Json.parse(Files.readString(file));
  }

  private static int[] ints(Json numbers) {
    return ((Json.Arr) numbers)
        .elements().stream().mapToInt(number -> Integer.parseInt(number.text())).toArray();
  }
}
