package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.inference.making.RandomModel;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerTraining;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Whole models of a few kilobytes in every layout, held in memory: what [CheckpointFuzz] breaks.
final class FuzzedModels {

  private static final List<String> TEXTS =
      List.of("怎样泡一壶好喝的绿茶？怎样泡一壶好喝的红茶？", "How long should I boil an egg? How long a potato?");

  private static final long SHARD = 6_000;

  private FuzzedModels() {}

  /// The files of each model by their names.
  static List<SortedMap<String, byte[]>> make(Path scratch)
      throws IOException, InterruptedException {
    List<SortedMap<String, byte[]>> models = new ArrayList<>();
    for (WeightFormat format : WeightFormat.values()) {
      for (long mostBytes : new long[] {Long.MAX_VALUE, SHARD}) {
        for (int bits : new int[] {32, 8, 4}) {
          Path folder = scratch.resolve(format + "-" + mostBytes + "-" + bits);
          write(folder, new ModelWriter(format, mostBytes, Progress.NONE), bits);
          models.add(filesOf(folder));
        }
      }
    }
    return models;
  }

  private static void write(Path folder, ModelWriter writer, int bits)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    TokenizerTraining.write(folder, TEXTS, 40);
    MossTokenizer tokenizer = MossTokenizer.load(folder);
    MossConfig config =
        new MossConfig(tokenizer.vocabularySize(), 64, 16, 1, 4, 64, 4, 1e-5, 0, 1, bits, 8);
    ElementType floats = bits == 32 ? ElementType.F32 : ElementType.F16;
    writer.write(folder, RandomModel.plan(config, floats, bits));
  }

  private static SortedMap<String, byte[]> filesOf(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
