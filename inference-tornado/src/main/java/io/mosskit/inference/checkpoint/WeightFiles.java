package io.mosskit.inference.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the files with the weights in a model folder and reads the tensors of them all.
final class WeightFiles {

  private WeightFiles() {}

  static SortedMap<String, Tensor> read(Path folder, Arena arena) throws IOException {
    Path whole = folder.resolve("model.safetensors");
    if (!Files.exists(whole)) {
      throw new CheckpointException(
          folder, "holds no weights; name the folder with the files of a MOSS model");
    }
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (Tensor tensor : Safetensors.read(MappedFile.open(whole, arena))) {
      tensors.put(tensor.name(), tensor);
    }
    return tensors;
  }
}
