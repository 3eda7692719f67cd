package io.mosskit.inference.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.inference.making.Shape;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellsWhetherAModelRunsTest {

  private static final long GB = 1_000_000_000L;

  @TempDir Path folder;

  @Test
  void allInMemoryNeedsNoWords() {
    Memory memory = new Memory(11 * GB, 3 * GB, GB, 24 * GB, 6 * GB);
    assertThat(memory.suffices()).isTrue();
    assertThat(memory.problem()).isEmpty();
    assertThat(memory.warning()).isEmpty();
  }

  @Test
  void weightsMayBeLargerThanMemoryButThatIsSlow() {
    Memory memory = new Memory(33 * GB + GB / 2, 3 * GB, GB, 24 * GB, 6 * GB);
    assertThat(memory.suffices()).isFalse();
    assertThat(memory.runs()).isTrue();
    assertThat(memory.problem()).isEmpty();
    assertThat(memory.warning().orElseThrow())
        .startsWith("the model needs 37.5 GB of memory (33.5 GB of weights, 3.0 GB of keys and")
        .contains("24.0 GB are available", "read from the disk again for every token")
        .contains("at 1 GB a second 34 s each", "mosskit model quantize --bits 4");
  }

  @Test
  void keysAndValuesMustFitIntoTheHeap() {
    Memory memory = new Memory(11 * GB, 3 * GB, GB, 24 * GB, 2 * GB);
    assertThat(memory.runs()).isFalse();
    assertThat(memory.warning()).isEmpty();
    assertThat(memory.problem().orElseThrow())
        .startsWith("the model cannot run: it needs 3.0 GB for keys and values and 1.0 GB to")
        .contains("but 2.0 GB are the most that the JVM may take")
        .endsWith("give the JVM more with MOSSKIT_JAVA_OPTS=-Xmx4g, or shorten the context");
  }

  @Test
  void keysAndValuesMustFitIntoTheMachine() {
    Memory memory = new Memory(11 * GB, 3 * GB, GB, 3 * GB, 6 * GB);
    assertThat(memory.problem().orElseThrow())
        .contains("but 3.0 GB are available; shorten the context, or use a machine with more");
  }

  @Test
  void aCheckpointOfThirtyThreeGigabytesOpensWithoutBeingRead() throws Exception {
    long bytes = writeFullSize();
    assertThat(Files.size(folder.resolve("model.safetensors"))).isGreaterThan(33 * GB);
    try (Checkpoint model = Checkpoints.openModel(folder)) {
      Memory memory = Memory.of(model, 2048, ElementType.F32);
      assertThat(memory.weights()).isEqualTo(bytes);
      assertThat(memory.cache()).isEqualTo(2048L * 2 * 34 * 6144 * 4);
      assertThat(model.tensor("lm_head.bias").orElseThrow().shape()).containsExactly(107_008L);
    }
  }

  /// The 16.7 B model in half precision, all zeros: a header, and a hole of 33 GB that takes no
  /// room on a disk whose file system knows holes.
  private long writeFullSize() throws IOException, InterruptedException {
    MossConfig config = Shape.MOSS_16B.config();
    ObjBuilder header = Json.object();
    long end = 0;
    for (TensorShape tensor : MossShapes.of(config)) {
      long begin = end;
      end += 2 * tensor.shape().stream().reduce(1L, Math::multiplyExact);
      header.put(
          tensor.name(),
          Json.object()
              .put("dtype", "F16")
              .put("shape", Json.of(tensor.shape().stream().map(Json::of).toList()))
              .put("data_offsets", Json.of(List.of(Json.of(begin), Json.of(end))))
              .build());
    }
    byte[] json = header.build().text().getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    new ModelWriter(WeightFormat.SAFETENSORS, Long.MAX_VALUE, _ -> {})
        .write(folder, new ModelWriter.Plan(config, ElementType.F16, "for a test", List.of()));
    Path file = folder.resolve("model.safetensors");
    try (RandomAccessFile weights = new RandomAccessFile(file.toFile(), "rw")) {
      weights.write(length.putLong(json.length).array());
      weights.write(json);
      weights.setLength(Long.BYTES + json.length + end);
    }
    return end;
  }
}
