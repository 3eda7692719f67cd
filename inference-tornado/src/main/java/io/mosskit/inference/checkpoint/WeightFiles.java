package io.mosskit.inference.checkpoint;

import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the files with the weights in a model folder and reads the tensors of them all.
final class WeightFiles {

  static final String SAFETENSORS = "model.safetensors";
  static final String TORCH = "pytorch_model.bin";
  static final String INDEX = ".index.json";
  private static final int LONGEST_NAME = 200;

  private final Path folder;
  private final Arena arena;
  private final SortedMap<String, Tensor> tensors = new TreeMap<>();

  private WeightFiles(Path folder, Arena arena) {
    this.folder = folder;
    this.arena = arena;
  }

  static SortedMap<String, Tensor> read(Path folder, Arena arena) throws IOException {
    WeightFiles files = new WeightFiles(folder, arena);
    for (String name : List.of(SAFETENSORS, TORCH)) {
      if (Files.exists(folder.resolve(name))) {
        files.readFile(name);
        return files.tensors;
      }
      if (Files.exists(folder.resolve(name + INDEX))) {
        files.readShards(name + INDEX);
        return files.tensors;
      }
    }
    throw new CheckpointException(
        folder,
        "holds neither %s nor %s, nor an index of shards of one of them; name the folder with the"
                .formatted(SAFETENSORS, TORCH)
            + " files of a MOSS model");
  }

  private void readShards(String indexName) throws IOException {
    JsonFile index = new JsonFile(folder.resolve(indexName));
    SortedMap<String, String> shardOf = new TreeMap<>();
    Json.Obj map = index.object(index.object().get("weight_map"), "weight_map");
    for (Map.Entry<String, Json> member : map.members().entrySet()) {
      String what = "the file of tensor " + member.getKey();
      shardOf.put(member.getKey(), plainName(index, index.string(member.getValue(), what)));
    }
    SortedMap<String, String> inFile = new TreeMap<>();
    for (String shard : new TreeSet<>(shardOf.values())) {
      for (String name : readFile(shard)) {
        inFile.put(name, shard);
      }
    }
    for (Map.Entry<String, String> expected : shardOf.entrySet()) {
      if (!expected.getValue().equals(inFile.get(expected.getKey()))) {
        throw new CheckpointException(
            folder.resolve(expected.getValue()),
            "tensor %s is missing, which %s says is here; fetch the shard again"
                .formatted(expected.getKey(), indexName));
      }
    }
  }

  /// A name that cannot lead out of the folder.
  private static String plainName(JsonFile index, String name) throws CheckpointException {
    boolean plain =
        name.chars().allMatch(c -> isPlain((char) c))
            && !name.startsWith(".")
            && name.length() <= LONGEST_NAME;
    if (plain && (name.endsWith(".bin") || name.endsWith(".safetensors"))) {
      return name;
    }
    throw index.problem(
        "the shard \"%s\" is not the plain name of a .bin or .safetensors file".formatted(name));
  }

  private static boolean isPlain(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }

  private List<String> readFile(String name) throws IOException {
    MappedFile file = MappedFile.open(folder.resolve(name), arena);
    List<Tensor> read = name.endsWith(".bin") ? TorchFile.read(file) : Safetensors.read(file);
    for (Tensor tensor : read) {
      if (tensors.put(tensor.name(), tensor) != null) {
        throw file.problem("tensor %s is in another shard too".formatted(tensor.name()));
      }
    }
    return read.stream().map(Tensor::name).toList();
  }
}
