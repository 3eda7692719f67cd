package io.mosskit.inference.score;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.making.TinyModel;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model for tests, in a folder: two narrow layers, random weights, a vocabulary of bytes and a
/// few Chinese and English words.
record SmallModel(Path folder, Checkpoint checkpoint, MossTokenizer tokenizer, CpuBackend backend)
    implements AutoCloseable {

  private static final List<String> TEXTS =
      List.of("怎样泡一壶好喝的绿茶？怎样泡茶？", "How long should I boil an egg? How long?");

  static Path make(Path folder, int positions) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    MossTokenizer tokenizer = TinyModel.writeTokenizer(folder, TEXTS);
    MossConfig sizes =
        new MossConfig(tokenizer.vocabularySize(), positions, 32, 2, 4, 64, 8, 1e-5, 0, 1, 32, 128);
    MossConfig config = TinyModel.withTokensOf(tokenizer, sizes);
    new ModelWriter(WeightFormat.SAFETENSORS, Long.MAX_VALUE, Progress.NONE)
        .write(folder, TinyModel.plan(config, tokenizer, TEXTS, 5));
    return folder;
  }

  static SmallModel open(Path folder) throws IOException {
    Checkpoint checkpoint = Checkpoints.openModel(folder);
    return new SmallModel(
        folder, checkpoint, MossTokenizer.load(folder), CpuBackend.load(checkpoint));
  }

  ScoringModel scoring() {
    return new ScoringModel(
        "small", ScoringModel.fingerprint(checkpoint), backend, tokenizer, Optional.empty());
  }

  @Override
  public void close() {
    backend.close();
    checkpoint.close();
  }
}
