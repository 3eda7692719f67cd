package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakesAndPacksModelsTest {

  @TempDir static Path folder;
  private static Path tiny;

  @BeforeAll
  static void makeOne() {
    tiny = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", tiny).code()).isZero();
  }

  @Test
  void aTinyModelSaysThatItWasNeverTrained() throws Exception {
    assertThat(tiny.resolve("README.md")).content().contains("It was never trained");
    assertThat(tiny.resolve("config.json")).content().contains("never trained; not MOSS");
  }

  @Test
  void infoTellsSizesAndThatNothingIsMissing() throws Exception {
    Shell info = Shell.mosskit("model", "info", tiny, "--json");
    assertThat(info.code()).isZero();
    assertThat(info.number("config", "n_embd")).isEqualTo(128);
    assertThat(info.number("types", "F16", "bytes")).isEqualTo(info.number("weight_bytes"));
    Shell lines = Shell.mosskit("model", "info", tiny, "--tensors");
    assertThat(lines.out())
        .contains("Every tensor of the model is there.")
        .containsPattern("transformer\\.h\\.3\\.mlp\\.fc_out\\.weight +F16 +\\[128, 512]");
  }

  @Test
  void infoEndsWithOneWhereTensorsAreMissing() throws Exception {
    Path broken = copyOfTiny("broken");
    Path config = broken.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"n_layer\":4", "\"n_layer\":5"));
    Shell info = Shell.mosskit("model", "info", broken);
    assertThat(info.code()).isEqualTo(1);
    assertThat(info.out()).contains("tensor transformer.h.4.ln_1.weight [128] is missing");
  }

  @Test
  void aPackedModelIsSmallerAndWhole() throws Exception {
    Path packed = folder.resolve("int4");
    Shell quantize = Shell.mosskit("model", "quantize", "--bits", 4, tiny, packed, "--json");
    assertThat(quantize.code()).as(quantize.err()).isZero();
    assertThat(quantize.number("wbits")).isEqualTo(4);
    assertThat(packed.resolve("pytorch_model.bin")).exists();
    assertThat(packed.resolve("merges.txt")).hasSameTextualContentAs(tiny.resolve("merges.txt"));
    Shell info = Shell.mosskit("model", "info", packed, "--json");
    assertThat(info.code()).isZero();
    assertThat(info.number("weight_bytes"))
        .isLessThan(Shell.mosskit("model", "info", tiny, "--json").number("weight_bytes"));
  }

  @Test
  void packingReportsTheChangeOfPerplexity() throws Exception {
    Shell own = Shell.mosskit("model", "quantize", "--bits", 8, tiny, folder.resolve("int8-own"));
    assertThat(own.out())
        .containsPattern(
            "Perplexity on \\d+ tokens of our own passages, zh and en: \\d+\\.\\d{4} before, \\d+\\.\\d{4} packed");
    Path texts = folder.resolve("texts.jsonl");
    Files.writeString(texts, "\"你好，世界。\"\n{\"text\":\"Hello, world.\"}\n");
    Map<Integer, Double> changes = new HashMap<>();
    for (int bits : new int[] {8, 2}) {
      Shell packed =
          Shell.mosskit(
              "model",
              "quantize",
              "--bits",
              bits,
              "--texts",
              texts,
              tiny,
              folder.resolve("changed" + bits),
              "--json");
      assertThat(packed.code()).as(packed.err()).isZero();
      assertThat(packed.number("perplexity", "texts")).isEqualTo(2);
      Json.Obj measured = (Json.Obj) Objects.requireNonNull(packed.json().get("perplexity"));
      changes.put(bits, Double.parseDouble(Objects.requireNonNull(measured.get("change")).text()));
    }
    assertThat(Math.abs(changes.get(8))).isLessThan(0.01).isLessThan(Math.abs(changes.get(2)));
  }

  @Test
  void plainTextsArePartedByBlankLines() throws Exception {
    Path texts = folder.resolve("texts.txt");
    Files.writeString(texts, "第一段，\n还是第一段。\n\nThe second.\n");
    Shell packed =
        Shell.mosskit(
            "model",
            "quantize",
            "--bits",
            4,
            "--texts",
            texts,
            tiny,
            folder.resolve("parted"),
            "--json");
    assertThat(packed.number("perplexity", "texts")).isEqualTo(2);
  }

  @Test
  void theLineWithoutATextIsNamedBeforeAnythingIsWritten() throws Exception {
    Path texts = folder.resolve("broken.jsonl");
    Files.writeString(texts, "\"好\"\n{\"words\":\"no text\"}\n");
    Path out = folder.resolve("never");
    Shell packed = Shell.mosskit("model", "quantize", "--bits", 4, "--texts", texts, tiny, out);
    assertThat(packed.code()).isEqualTo(2);
    assertThat(packed.err()).contains("broken.jsonl:2: no text; expected a string or an object");
    assertThat(out).doesNotExist();
  }

  @Test
  void randomWeightsOfEveryType() throws Exception {
    for (String type : List.of("f32", "bf16", "int8")) {
      Path random = folder.resolve(type);
      Shell made =
          Shell.mosskit(
              "model", "random", "--shapes", "tiny", "--type", type, "--shard-gb", 0.002, random);
      assertThat(made.code()).as(made.err()).isZero();
      assertThat(Shell.mosskit("model", "info", random).code()).isZero();
    }
  }

  @Test
  void whatIsThereIsNotOverwritten() {
    Shell again = Shell.mosskit("model", "make-tiny", tiny);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains(tiny + " is there already and not empty; name a new folder");
  }

  @Test
  void wrongWordsAreUsageErrors() {
    Path out = folder.resolve("nothing");
    Shell shapes = Shell.mosskit("model", "random", "--shapes", "大", out);
    assertThat(shapes.code()).isEqualTo(2);
    assertThat(shapes.err())
        .contains("no shapes are called 大; name one of moss-16b, one-layer, 0.35b, tiny");
    Shell bits = Shell.mosskit("model", "quantize", "--bits", 5, tiny, out);
    assertThat(bits.code()).isEqualTo(2);
    assertThat(bits.err()).contains("--bits is 5, but must be 8, 4 or 2");
    Shell group = Shell.mosskit("model", "quantize", "--bits", 4, "--group", 0, tiny, out);
    assertThat(group.err()).contains("--group is 0, but must be positive, or -1");
    Shell shards = Shell.mosskit("model", "make-tiny", out, "--shard-gb", 0);
    assertThat(shards.err()).contains("--shard-gb is 0.0, but must be more than 0");
    assertThat(Shell.mosskit("model").code()).isEqualTo(2);
  }

  @Test
  void aFolderWithoutAModelIsAFileError() {
    Shell info = Shell.mosskit("model", "info", folder.resolve("无"));
    assertThat(info.code()).isEqualTo(3);
    assertThat(info.err()).contains("config.json: is missing; name the folder with the files");
  }

  private static Path copyOfTiny(String name) throws Exception {
    Path copy = Files.createDirectory(folder.resolve(name));
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(tiny.resolve(file), copy.resolve(file));
    }
    return copy;
  }
}
