package io.mosskit.inference.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.sampling.SamplingSettings.Order;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The probability vectors that the original program drew from, and its runs.
class MatchesTheReferenceSamplerTest {

  @Test
  void everyVectorWithEqualSupport() throws Exception {
    float[][] logits = Golden.matrix("sampler/logits.npy");
    float[][] expected = Golden.matrix("sampler/probs.npy");
    for (Json element : Golden.list(Golden.json("sampler/cases.json"), "cases")) {
      Json.Obj vector = (Json.Obj) element;
      History history = new History();
      history.addAll(Golden.ints(vector.members().get("history")));
      for (Order order : Order.values()) {
        Sampler sampler = new Sampler(settings(vector, order), 320, 320, new Random(0));
        double[] actual =
            sampler.distribution(
                logits[(int) Golden.number(vector, "logits_row")].clone(), history, 0);
        same(actual, expected[(int) Golden.number(vector, "row")], 1e-6, vector.text());
      }
    }
  }

  @Test
  void everyStepOfTheRecordedRuns() throws Exception {
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/tiny-a-fp32-bin"));
        CpuBackend backend = CpuBackend.load(checkpoint)) {
      for (Json element : Golden.list(Golden.json("sampler/cases.json"), "traces")) {
        trace(backend, (Json.Obj) element);
      }
    }
  }

  private static void trace(CpuBackend backend, Json.Obj trace) throws Exception {
    float[][] expected = Golden.matrix("sampler/" + trace.string("probs_file"));
    int[] tokens = Golden.ints(trace.members().get("new_tokens"));
    Sampler sampler =
        new Sampler(
            settings(Golden.object(trace, "params"), Order.MOSS_INFERENCE),
            320,
            (int) Golden.number(trace, "stop_token"),
            new Random(0));
    int[] next = Golden.ints(trace.members().get("prompt"));
    History history = new History();
    float[] logits = new float[320];
    try (KvCache cache = backend.newCache()) {
      for (int step = 0; step < tokens.length; step++) {
        history.addAll(next);
        backend.forward(
            List.of(new Chunk(cache, next, Wanted.LAST)), (_, _, row) -> row.copyTo(logits));
        double[] actual = sampler.distribution(logits, history, step);
        // The logits are our own here, and differ from the original's by up to 1e-5.
        same(actual, expected[step], 1e-5, trace.string("tag") + " step " + step);
        int best = 0;
        for (int id = 1; id < 320; id++) {
          best = actual[id] > actual[best] ? id : best;
        }
        assertThat(best).isEqualTo(tokens[step]);
        next = new int[] {best};
      }
    }
  }

  private static SamplingSettings settings(Json.Obj of, Order order) {
    return new SamplingSettings(
        order,
        number(of, "temperature", 1),
        (int) number(of, "top_k", 0),
        number(of, "top_p", 1),
        number(of, "repetition_penalty", 1),
        number(of, "length_penalty", 1),
        (int) number(of, "regulation_start", 512));
  }

  private static double number(Json.Obj of, String name, double otherwise) {
    return of.members().containsKey(name) ? Golden.number(of, name) : otherwise;
  }

  private static void same(double[] actual, float[] expected, double bound, String what) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int id = 0; id < actual.length; id++) {
      assertThat(actual[id] > 0).as("support at %d of %s", id, what).isEqualTo(expected[id] > 0);
      // The recorded vectors with a length penalty exceed 1 by far.
      double tolerance = bound * Math.max(1, expected[id]);
      assertThat(actual[id]).as("%d of %s", id, what).isCloseTo(expected[id], within(tolerance));
    }
  }
}
