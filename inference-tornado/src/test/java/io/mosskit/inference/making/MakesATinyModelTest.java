package io.mosskit.inference.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Values;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model with a tokenizer of its own, from nothing but a few texts.
class MakesATinyModelTest {

  private static final List<String> TEXTS =
      List.of(
          "怎样泡一壶好喝的绿茶？",
          "怎样泡一壶好喝的红茶？",
          "How long should I boil an egg?",
          "How long should I boil a potato, and how long a second one?");

  @TempDir private Path folder;

  @Test
  void itsTokenizerJoinsWhatComesOften() throws Exception {
    MossTokenizer tokenizer = TinyModel.writeTokenizer(folder, TEXTS);
    assertThat(tokenizer.encode("怎样泡一壶好喝的")).hasSizeLessThan(6);
    assertThat(tokenizer.encode(" long should")).hasSize(2);
    assertThat(tokenizer.idOf("Ġlong")).isPresent();
  }

  @Test
  void itsTokenizerIsInTheLayoutOfMoss() throws Exception {
    MossTokenizer tokenizer = TinyModel.writeTokenizer(folder, TEXTS);
    int size = tokenizer.vocabularySize();
    assertThat(tokenizer.idOf("!")).hasValue(0);
    assertThat(tokenizer.idOf("<|endoftext|>")).hasValue(size - 44);
    assertThat(tokenizer.idOf(" ".repeat(31))).hasValue(size - 43);
    assertThat(tokenizer.idOf("\t".repeat(9))).hasValue(size - 13);
    assertThat(tokenizer.idOf("<eoh>")).hasValue(size - 5);
    assertThat(tokenizer.idOf("<eor>")).hasValue(size - 1);
    Files.delete(folder.resolve("vocab.json"));
    assertThat(MossTokenizer.load(folder).encode(TEXTS.getFirst()))
        .isEqualTo(tokenizer.encode(TEXTS.getFirst()));
  }

  @Test
  void theOrderOfTheTextsDoesNotMatter() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    TinyModel.writeTokenizer(folder, TEXTS);
    TinyModel.writeTokenizer(other, TEXTS.reversed());
    assertThat(folder.resolve("merges.txt")).hasSameTextualContentAs(other.resolve("merges.txt"));
  }

  @Test
  void itsOutputBiasIsHowOftenATokenComes() throws Exception {
    MossTokenizer tokenizer = TinyModel.writeTokenizer(folder, TEXTS);
    MossConfig config = TinyModel.withTokensOf(tokenizer, Shape.TINY.config());
    new ModelWriter(WeightFormat.SAFETENSORS, Long.MAX_VALUE, Progress.NONE)
        .write(folder, TinyModel.plan(config, tokenizer, TEXTS, 1));
    try (Checkpoint model = Checkpoints.openModel(folder)) {
      float[] bias = Values.of(model.tensor("lm_head.bias").orElseThrow());
      assertThat(bias[tokenizer.idOf("Ġlong").orElseThrow()])
          .isGreaterThan(bias[tokenizer.idOf("!").orElseThrow()]);
      assertThat(bias[model.config().eosTokenId()])
          .isGreaterThan(bias[tokenizer.idOf("<eot>").orElseThrow()]);
    }
  }
}
