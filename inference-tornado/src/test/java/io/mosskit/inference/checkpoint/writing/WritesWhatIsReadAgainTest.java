package io.mosskit.inference.checkpoint.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.making.RandomModel;
import io.mosskit.inference.making.Shape;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A model that was written opens as the same model, whatever the layout.
class WritesWhatIsReadAgainTest {

  private static final long SEED = 7;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SAFETENSORS, F32",
    "SAFETENSORS, F16",
    "SAFETENSORS, BF16",
    "TORCH, F32",
    "TORCH, F16",
    "TORCH, BF16"
  })
  void inOneFile(WeightFormat format, ElementType floats) throws Exception {
    ModelWriter.Plan plan = RandomModel.plan(Shape.TINY.config(), floats, SEED);
    new ModelWriter(format, Long.MAX_VALUE, Progress.NONE).write(folder, plan);

    try (Checkpoint model = Checkpoints.openModel(folder)) {
      assertThat(model.config()).isEqualTo(plan.config());
      assertThat(model.names())
          .containsExactlyInAnyOrderElementsOf(
              plan.tensors().stream().map(PlannedTensor::name).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(WeightFormat.class)
  void inShardsWithTheSameBytes(WeightFormat format) throws Exception {
    Path whole = folder.resolve("whole");
    Path shards = folder.resolve("shards");
    new ModelWriter(WeightFormat.SAFETENSORS, Long.MAX_VALUE, Progress.NONE).write(whole, random());
    new ModelWriter(format, 700_000, Progress.NONE).write(shards, random());

    try (Stream<Path> files = Files.list(shards)) {
      assertThat(files).hasSizeGreaterThan(4);
    }
    try (Checkpoint one = Checkpoints.openModel(whole);
        Checkpoint many = Checkpoints.openModel(shards)) {
      for (String name : one.names()) {
        assertThat(bytes(many, name)).describedAs(name).isEqualTo(bytes(one, name));
      }
    }
  }

  @Test
  void anArchiveThatOtherProgramsUnpack() throws Exception {
    new ModelWriter(WeightFormat.TORCH, Long.MAX_VALUE, Progress.NONE).write(folder, random());

    try (ZipFile zip = new ZipFile(folder.resolve("pytorch_model.bin").toFile())) {
      List<ZipEntry> entries = new ArrayList<>(zip.stream().toList());
      assertThat(entries).extracting(ZipEntry::getName).contains("archive/data.pkl");
      for (ZipEntry entry : entries) { // reading to the end checks the checksum
        assertThat(zip.getInputStream(entry).readAllBytes()).hasSize((int) entry.getSize());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WeightFormat.class)
  void dataThatBeginAtCacheLines(WeightFormat format) throws Exception {
    new ModelWriter(format, Long.MAX_VALUE, Progress.NONE).write(folder, random());

    try (Checkpoint model = Checkpoints.openModel(folder)) {
      Tensor first = model.tensor("transformer.wte.weight").orElseThrow();
      assertThat(first.data().address() % 64).isZero();
    }
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws Exception {
    for (String name : List.of("one", "other")) {
      new ModelWriter(WeightFormat.SAFETENSORS, Long.MAX_VALUE, Progress.NONE)
          .write(folder.resolve(name), random());
    }
    assertThat(folder.resolve("one/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("other/model.safetensors"));
  }

  @Test
  void noFileIsLeftWhereOneCannotBeFinished() {
    PlannedTensor broken =
        new PlannedTensor(
            "lm_head.bias",
            ElementType.F32,
            List.of(8L),
            _ -> {
              throw new IOException("no more");
            });
    ModelWriter.Plan plan =
        new ModelWriter.Plan(Shape.TINY.config(), ElementType.F32, "for a test", List.of(broken));
    assertThatThrownBy(() ->
            new ModelWriter(WeightFormat.TORCH, Long.MAX_VALUE, Progress.NONE).write(folder, plan))
        .hasMessage("no more");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aModelLargerThanTheDiskIsRefusedAtOnce() {
    PlannedTensor endless =
        new PlannedTensor("lm_head.weight", ElementType.F32, List.of(1L << 50), _ -> {});
    ModelWriter.Plan plan =
        new ModelWriter.Plan(Shape.TINY.config(), ElementType.F32, "for a test", List.of(endless));
    assertThatThrownBy(() ->
            new ModelWriter(WeightFormat.SAFETENSORS, Long.MAX_VALUE, Progress.NONE)
                .write(folder, plan))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("the model takes 4503599.6 GB, but the disk has room for");
  }

  private static ModelWriter.Plan random() {
    return RandomModel.plan(Shape.TINY.config(), ElementType.F16, SEED);
  }

  private static byte[] bytes(Checkpoint model, String name) {
    return model.tensor(name).orElseThrow().data().toArray(ValueLayout.JAVA_BYTE);
  }
}
