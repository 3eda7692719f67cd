package io.mosskit.inference.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.PlannedTensor;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.inference.making.RandomModel;
import io.mosskit.inference.making.Shape;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that lacks something is refused with what it lacks, and where.
class RefusesIncompleteModelsTest {

  @TempDir private Path folder;

  @BeforeEach
  void beginWithAWholeModel() throws Exception {
    write(RandomModel.plan(Shape.TINY.config(), ElementType.F16, 1).tensors());
  }

  @Test
  void aFolderWithoutFiles() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("空"));
    refused(empty, empty.resolve("config.json") + ": is missing; name the folder with the files");
    Files.copy(folder.resolve("config.json"), empty.resolve("config.json"));
    refused(empty, empty + ": holds neither model.safetensors nor pytorch_model.bin, nor an index");
  }

  @Test
  void missingTensorsOneByOne() throws Exception {
    List<PlannedTensor> tensors =
        RandomModel.plan(Shape.TINY.config(), ElementType.F16, 1).tensors().stream()
            .filter(tensor -> !tensor.name().contains("h.2."))
            .toList();
    emptyFolder();
    write(tensors);
    refused(
        folder,
        folder
            + ": tensor transformer.h.2.ln_1.weight [128] is missing; tensor transformer.h.2.ln_1.bias"
            + " [128] is missing;");
    assertThatThrownBy(() -> Checkpoints.openModel(folder)).hasMessageEndingWith("; and 3 more");
  }

  @Test
  void aTensorOfAnotherShape() throws IOException {
    edit("config.json", "\"n_inner\":512", "\"n_inner\":768");
    refused(
        folder,
        folder
            + ": tensor transformer.h.0.mlp.fc_in.weight has the shape [512, 128], but config.json"
            + " makes it [768, 128]");
  }

  @Test
  void packedWeightsThatAreNotThere() throws IOException {
    edit("config.json", "\"wbits\":32", "\"wbits\":4");
    refused(folder, folder + ": tensor transformer.h.0.attn.qkv_proj.qweight [16, 384] is missing");
  }

  @Test
  void aShardThatIsNotThere() throws Exception {
    Path shard = Files.list(folder).filter(f -> f.toString().contains("-00002-")).findAny().get();
    Files.delete(shard);
    refused(folder, shard + ": is missing; fetch it again");
  }

  @Test
  void aShardThatLacksWhatTheIndexSays() throws IOException {
    edit(
        "pytorch_model.bin.index.json",
        "\"weight_map\":{",
        "\"weight_map\":{\"生词\":\"pytorch_model-00001-of-00004.bin\",");
    refused(
        folder,
        folder.resolve("pytorch_model-00001-of-00004.bin")
            + ": tensor 生词 is missing, which pytorch_model.bin.index.json says is here");
  }

  @Test
  void aShardOutsideTheFolder() throws IOException {
    edit("pytorch_model.bin.index.json", "pytorch_model-00001", "../pytorch_model-00001");
    refused(
        folder,
        folder.resolve("pytorch_model.bin.index.json")
            + ": the shard \"../pytorch_model-00001-of-00004.bin\" is not the plain name");
  }

  @Test
  void sizesThatNoModelHas() throws IOException {
    String config = Files.readString(folder.resolve("config.json"));
    for (String[] edit :
        new String[][] {
          {"\"n_head\":4", "\"n_head\":6", "n_head is 6, but must be a multiple of 4"},
          {"\"n_head\":4", "\"n_head\":12", "n_embd is 128, but must be a multiple of n_head, 12"},
          {
            "\"n_layer\":4", "\"n_layer\":1000000", "n_layer is 1000000, but must be from 1 to 1024"
          },
          {"\"n_layer\":4", "\"n_layer\":4.5", "n_layer is 4.5, but must be an integer"},
          {"\"n_layer\":4", "\"n_layer\":4e99", "n_layer is 4e99, but must be an integer"},
          {"\"n_layer\":4,", "", "n_layer is missing, but must be an integer"},
          {"\"rotary_dim\":16", "\"rotary_dim\":15", "rotary_dim is 15, but must be even"},
          {"\"wbits\":32", "\"wbits\":3", "wbits is 3, but must be 2, 4, 8 or 32"},
          {"gelu_new", "relu", "activation_function is \"relu\", but must be \"gelu_new\""},
          {"\"moss\"", "\"llama\"", "model_type is \"llama\", but must be \"moss\": no MOSS model"},
          {"{", "[", "broken JSON"}
        }) {
      Files.writeString(folder.resolve("config.json"), config.replace(edit[0], edit[1]));
      refused(folder, folder.resolve("config.json") + ": " + edit[2]);
    }
  }

  @Test
  void theFullSizeHasTheParametersThatArePublished() {
    assertThat(MossShapes.parameters(Shape.MOSS_16B.config())).isEqualTo(16_717_980_160L);
    assertThat(MossShapes.of(Shape.MOSS_16B.config().quantized(4, 128)))
        .filteredOn(shape -> shape.name().equals("transformer.h.33.mlp.fc_out.qzeros"))
        .extracting(TensorShape::shape)
        .containsExactly(List.of(192L, 768L));
  }

  private void write(List<PlannedTensor> tensors) throws Exception {
    ModelWriter.Plan plan =
        new ModelWriter.Plan(Shape.TINY.config(), ElementType.F16, "for a test", tensors);
    new ModelWriter(WeightFormat.TORCH, 900_000, Progress.NONE).write(folder, plan);
  }

  private void emptyFolder() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private void edit(String name, String from, String to) throws IOException {
    String content = Files.readString(folder.resolve(name));
    assertThat(content).contains(from);
    Files.writeString(folder.resolve(name), content.replace(from, to));
  }

  private static void refused(Path model, String message) {
    assertThatThrownBy(() -> Checkpoints.openModel(model))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(message);
  }
}
