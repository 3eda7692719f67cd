package io.mosskit.cli;

import io.mosskit.inference.chat.LocalModel;
import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.eval.ChoiceScorer;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import java.io.IOException;
import java.nio.file.Path;

/// A model folder while it is loaded: it gives log-likelihoods, and it talks.
final class LoadedModel implements AutoCloseable {
  private static final String BEGINNING = "<|endoftext|>";

  private final Checkpoint checkpoint;
  private final CpuBackend backend;
  private final Generator generator;
  private final MossTokenizer tokenizer;
  private final String name;

  private LoadedModel(
      Checkpoint checkpoint,
      CpuBackend backend,
      Generator generator,
      MossTokenizer tokenizer,
      String name) {
    this.checkpoint = checkpoint;
    this.backend = backend;
    this.generator = generator;
    this.tokenizer = tokenizer;
    this.name = name;
  }

  static LoadedModel load(Path folder, Console console) throws IOException, CommandFailure {
    MossTokenizer tokenizer = MossTokenizer.load(folder, TokenizerMode.NEWLINE_PRESERVING);
    Checkpoint checkpoint = Checkpoints.openModel(folder);
    try {
      RoomToRun.require(checkpoint, folder, checkpoint.config().nPositions(), console);
      CpuBackend backend = CpuBackend.load(checkpoint);
      Generator generator = new Generator(backend, tokenizer.vocabularySize(), console.clock());
      return new LoadedModel(
          checkpoint, backend, generator, tokenizer, String.valueOf(folder.getFileName()));
    } catch (IOException | CommandFailure | RuntimeException e) {
      checkpoint.close();
      throw e;
    }
  }

  ChoiceScorer scorer() {
    return new ChoiceScorer(
        backend,
        text -> tokenizer.encode(text, ControlTokens.AS_TEXT),
        tokenizer.idOf(BEGINNING).orElse(0));
  }

  LocalModel talking() {
    return new LocalModel(generator, tokenizer, name);
  }

  @Override
  public void close() throws IOException {
    generator.close();
    backend.close();
    checkpoint.close();
  }
}
