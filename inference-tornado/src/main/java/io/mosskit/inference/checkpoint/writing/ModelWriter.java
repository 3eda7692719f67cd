package io.mosskit.inference.checkpoint.writing;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes the files of a model folder.
///
/// @param format the layout of the weights
/// @param mostBytes how many bytes of tensors one file may hold; a model that has more is written
///   in several with an index
/// @param progress told how many bytes are written
public record ModelWriter(WeightFormat format, long mostBytes, Progress progress) {

  /// What the reference's tools put into one file.
  public static final long DEFAULT_MOST_BYTES = 10_000_000_000L;

  private static final String UNFINISHED = ".unfinished";

  /// What is to be in the folder.
  ///
  /// @param config the sizes
  /// @param floats the type of the numbers that are not packed
  /// @param origin how the weights came about, in a sentence that `config.json` keeps
  /// @param tensors in the order in which they are made and written
  public record Plan(
      MossConfig config, ElementType floats, String origin, List<PlannedTensor> tensors) {

    public Plan {
      tensors = List.copyOf(tensors);
    }

    /// How many bytes of tensors there are.
    public long bytes() {
      return tensors.stream().mapToLong(PlannedTensor::bytes).sum();
    }
  }

  /// Writes weights and `config.json`. A file gets its name when it is whole.
  ///
  /// @throws FileSystemException if the disk has too little room for the model
  public void write(Path folder, Plan plan) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    requireRoom(folder, plan.bytes());
    List<List<PlannedTensor>> shards = shards(plan.tensors());
    Map<String, Json> fileOf = new TreeMap<>();
    FileSink.Written written = new FileSink.Written(progress, plan.bytes());
    for (int i = 0; i < shards.size(); i++) {
      String name = format.file(i + 1, shards.size());
      writeFile(folder.resolve(name), shards.get(i), written);
      shards.get(i).forEach(tensor -> fileOf.put(tensor.name(), Json.of(name)));
    }
    if (shards.size() > 1) {
      Json.Obj size = Json.object().put("total_size", plan.bytes()).build();
      Json.Obj index =
          Json.object().put("metadata", size).put("weight_map", Json.of(fileOf)).build();
      writeText(folder.resolve(format.index()), index.text());
    }
    Json.Obj config = ConfigJson.of(plan.config(), plan.floats(), plan.origin());
    writeText(folder.resolve("config.json"), config.text());
  }

  private static void writeText(Path file, String text) throws IOException {
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
  }

  private void requireRoom(Path folder, long bytes) throws IOException {
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < bytes) {
      throw new FileSystemException(
          folder.toString(),
          null,
          String.format(
              Locale.ROOT,
              "the model takes %.1f GB, but the disk has room for %.1f GB; choose a folder on another",
              bytes / 1e9,
              room / 1e9));
    }
  }

  private List<List<PlannedTensor>> shards(List<PlannedTensor> tensors) {
    List<List<PlannedTensor>> shards = new ArrayList<>();
    long filled = Long.MAX_VALUE;
    for (PlannedTensor tensor : tensors) {
      if (filled > mostBytes - tensor.bytes()) {
        shards.add(new ArrayList<>());
        filled = 0;
      }
      shards.getLast().add(tensor);
      filled += tensor.bytes();
    }
    return shards;
  }

  private void writeFile(Path file, List<PlannedTensor> tensors, FileSink.Written written)
      throws IOException, InterruptedException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      try (FileSink out = new FileSink(unfinished, written)) {
        switch (format) {
          case SAFETENSORS -> SafetensorsFile.write(tensors, out);
          case TORCH -> TorchFile.write(tensors, out);
        }
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
