package io.mosskit.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.cli.Mosskit;
import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.serve.Server;
import io.mosskit.inference.serve.ServerOptions;
import io.mosskit.inference.serve.api.ServedModel;
import io.mosskit.inference.serve.engine.Engine;
import io.mosskit.inference.serve.engine.EngineOptions;
import io.mosskit.inference.tokenizer.MossTokenizer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small share of what `benchmarks/run ServingLoad` tries.
class AnswersManyClientsTest {

  @TempDir Path folder;

  @Test
  void eachGetsWhatItGetsAlone() throws Exception {
    Path model = folder.resolve("tiny");
    PrintWriter nobody = new PrintWriter(new StringWriter());
    assertThat(Mosskit.run(nobody, nobody, "model", "make-tiny", model.toString())).isZero();
    Map<Question, String> answers = new LinkedHashMap<>();
    try (Alone alone = Alone.load(model)) {
      for (Question question : Question.some(40, 2)) {
        answers.put(question, alone.answer(question));
      }
    }
    AtomicInteger asked = new AtomicInteger();
    MossTokenizer tokenizer = MossTokenizer.load(model);
    try (Checkpoint checkpoint = Checkpoints.open(model);
        CpuBackend backend = CpuBackend.load(checkpoint);
        Engine engine =
            Engine.start(backend, tokenizer.vocabularySize(), EngineOptions.of(8, 100, 2048));
        Server server =
            Server.start(
                new ServedModel(
                    "tiny",
                    engine,
                    tokenizer,
                    SamplingSettings.GREEDY.withTemperature(1),
                    new ServedModel.Sources(
                        new AtomicLong()::getAndIncrement, InstantSource.system())),
                ServerOptions.onLoopback(0))) {
      Load load =
          Load.run(server.baseUrl(), "tiny", answers, 25, () -> asked.getAndIncrement() < 150);
      assertThat(load.problems()).isEmpty();
      assertThat(load.answered() + load.left()).isEqualTo(150);
      assertThat(load.left()).isPositive();
    }
  }
}
