package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.CheckpointException;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerFileException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Breaks the files of models in all their layouts and opens them: each is loaded, all its bytes
/// are read, or it is refused with a message that names a file. Nothing else may happen.
///
/// `CheckpointFuzz MUTANTS [SEED]`: mutant `i` follows from `SEED + i` alone, so that
/// `CheckpointFuzz 1 SEED+i` repeats it.
public final class CheckpointFuzz {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Path folder;
  private final List<SortedMap<String, byte[]>> models;
  private final SortedMap<String, Long> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  private CheckpointFuzz(Path folder, List<SortedMap<String, byte[]>> models) {
    this.folder = folder;
    this.models = models;
  }

  public static void main(String[] args) throws Exception {
    long mutants = Long.parseLong(args[0]);
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path scratch = Files.createTempDirectory("mosskit-fuzz");
    try {
      long begin = System.nanoTime();
      CheckpointFuzz fuzz = run(scratch, mutants, seed);
      System.out.printf(
          Locale.ROOT, "%,d mutants in %.0f s%n", mutants, (System.nanoTime() - begin) / 1e9);
      fuzz.outcomes.forEach(
          (outcome, n) -> System.out.printf(Locale.ROOT, "%,9d %s%n", n, outcome));
      fuzz.failures.forEach(System.out::println);
      System.out.println(fuzz.failures.size() + " failures");
      if (!fuzz.failures.isEmpty()) {
        System.exit(1);
      }
    } finally {
      delete(scratch);
    }
  }

  /// Tries so many mutants, in files below `scratch`.
  static CheckpointFuzz run(Path scratch, long mutants, long seed) throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("mutant"));
    CheckpointFuzz fuzz = new CheckpointFuzz(folder, FuzzedModels.make(scratch.resolve("models")));
    try (ExecutorService watched = Executors.newSingleThreadExecutor()) {
      for (long i = 0; i < mutants && fuzz.failures.isEmpty(); i++) {
        long own = seed + i;
        try {
          watched.submit(() -> fuzz.trial(own)).get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          fuzz.failures.add("seed %d: still at work after %s".formatted(own, LONGEST));
        } catch (ExecutionException e) {
          fuzz.failures.add("seed %d: %s".formatted(own, trace(e)));
        }
      }
      watched.shutdownNow();
    }
    return fuzz;
  }

  /// How often each thing happened.
  SortedMap<String, Long> outcomes() {
    return outcomes;
  }

  /// What must not happen, with the seed that repeats it.
  List<String> failures() {
    return failures;
  }

  private Void trial(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    SortedMap<String, byte[]> model = models.get(random.nextInt(models.size()));
    List<String> names = List.copyOf(model.keySet());
    String name = names.get(random.nextInt(names.size()));
    SortedMap<String, byte[]> other = models.get(random.nextInt(models.size()));
    byte[] donor = other.getOrDefault(name, new byte[0]);
    SortedMap<String, byte[]> mutant = new TreeMap<>(model);
    mutant.computeIfPresent(name, (_, bytes) -> new Mutation(random).of(bytes, donor));
    write(mutant);
    count("checkpoint", open());
    count("tokenizer", tokenize());
    return null;
  }

  private void count(String what, String outcome) {
    outcomes.merge(what + " " + outcome, 1L, Long::sum);
  }

  private String open() throws IOException {
    try (Checkpoint model = Checkpoints.openModel(folder)) {
      long sum = 0;
      for (String name : model.names()) {
        Tensor tensor = model.tensor(name).orElseThrow();
        for (long i = 0; i < tensor.data().byteSize(); i++) {
          sum += tensor.data().get(ValueLayout.JAVA_BYTE, i);
        }
      }
      return sum == Long.MIN_VALUE ? "impossible" : "loaded";
    } catch (CheckpointException e) {
      requireNamed(e);
      return "refused";
    }
  }

  private String tokenize() throws IOException {
    try {
      MossTokenizer tokenizer = MossTokenizer.load(folder);
      tokenizer.decode(tokenizer.encode("How long? 怎样泡\t\t一壶<eom>好喝的绿茶"));
      return "loaded";
    } catch (TokenizerFileException e) {
      requireNamed(e);
      return "refused";
    }
  }

  private void requireNamed(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (!message.startsWith(folder.toString())
        || message.length() < folder.toString().length() + 5) {
      throw new IllegalStateException("a message that names no file: " + message, e);
    }
  }

  private void write(SortedMap<String, byte[]> files) throws IOException {
    delete(folder);
    Files.createDirectory(folder);
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(tree)) {
      paths = new ArrayList<>(walk.toList());
    }
    for (Path path : paths.reversed()) {
      Files.delete(path);
    }
  }

  private static String trace(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    StringBuilder trace = new StringBuilder(cause.toString());
    for (StackTraceElement element : cause.getStackTrace()) {
      if (element.getClassName().startsWith("io.mosskit")) {
        trace.append("\n    at ").append(element);
      }
    }
    return trace.toString();
  }
}
