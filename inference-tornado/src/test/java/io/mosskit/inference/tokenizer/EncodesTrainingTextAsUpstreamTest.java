package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Prompts and training samples, in Chinese and in English, have the ids that upstream's inference
/// and training programs gave them.
class EncodesTrainingTextAsUpstreamTest {

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
  void promptsOfTheDemos() throws IOException {
    Path folder = SharedFolder.resolve("golden/prompts");
    MossTokenizer tokenizer = legacy("tiny-1000");
    List<Object> prompts =
        GoldenFiles.list(
            GoldenFiles.object(GoldenFiles.json(folder.resolve("index.json"))).get("prompts"));

    assertThat(prompts).hasSize(7);
    for (Object item : prompts) {
      Map<String, Object> prompt = GoldenFiles.object(item);
      String text = Files.readString(folder.resolve((String) prompt.get("file")));
      int[] ids = GoldenFiles.ids(GoldenFiles.object(prompt.get("ids")).get("tiny-1000"));
      assertThat(tokenizer.encode(text)).as((String) prompt.get("file")).containsExactly(ids);
    }
  }

  @Test
  void syntheticSamples() throws IOException {
    Path file = SharedFolder.resolve("golden/sft/synthetic.json");
    List<Object> items = GoldenFiles.list(GoldenFiles.object(GoldenFiles.json(file)).get("items"));
    Map<String, Object> samples = new HashMap<>();
    int checked = 0;
    for (Object object : items) {
      Map<String, Object> item = GoldenFiles.object(object);
      String name = (String) item.get("name");
      if (item.get("sample") instanceof Map<?, ?> sample) {
        samples.put(name, sample);
      }
      if (item.containsKey("input_ids")) {
        checkSample(legacy((String) item.get("tokenizer")), samples.get(name), item);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(10);
  }

  @Test
  void publishedSamples() throws IOException {
    Path data = SharedFolder.resolve("data/moss-003-samples");
    Path file = SharedFolder.resolve("golden/sft/sft_data_samples.json");
    MossTokenizer tokenizer = legacy("tiny-1000");
    int checked = 0;
    for (Object object : GoldenFiles.list(GoldenFiles.json(file))) {
      Map<String, Object> item = GoldenFiles.object(object);
      Matcher source = SOURCE.matcher((String) item.get("source"));
      assertThat(source.find()).isTrue();
      Path samples = data.resolve(FILES.get(source.group(1)) + ".jsonl");
      List<Map<String, Object>> lines = GoldenFiles.lines(samples);
      // The data beside the project are the first seven tenths of each published set.
      int number = Integer.parseInt(source.group(2));
      if (item.get("tokenizer").equals("tiny-1000") && number <= lines.size()) {
        checkSample(tokenizer, lines.get(number - 1), item);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(7);
  }

  /// Every string of a sample is encoded by itself; turns that do not fit are cut off at the end.
  private static void checkSample(
      MossTokenizer tokenizer, Object sample, Map<String, Object> expected) {
    Map<String, Object> conversation = GoldenFiles.object(sample);
    List<Integer> ids = new ArrayList<>();
    append(tokenizer, conversation.get("meta_instruction"), ids);
    for (Object turn : GoldenFiles.object(conversation.get("chat")).values()) {
      GoldenFiles.object(turn).values().forEach(field -> append(tokenizer, field, ids));
    }
    List<Object> inputIds = GoldenFiles.list(expected.get("input_ids"));
    assertThat(ids).hasSizeGreaterThanOrEqualTo(inputIds.size());
    assertThat(ids.subList(0, inputIds.size())).isEqualTo(inputIds);
    if (expected.containsKey("full_length")) {
      assertThat(ids).hasSize((Integer) expected.get("full_length"));
    }
  }

  private static void append(MossTokenizer tokenizer, Object text, List<Integer> ids) {
    for (int id : tokenizer.encode((String) text)) {
      ids.add(id);
    }
  }

  private static MossTokenizer legacy(String name) throws IOException {
    return MossTokenizer.load(GoldenFiles.tokenizer(name), TokenizerMode.LEGACY);
  }
}
