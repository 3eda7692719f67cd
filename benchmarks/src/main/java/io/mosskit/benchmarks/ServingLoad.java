package io.mosskit.benchmarks;

import io.mosskit.benchmarks.serving.Alone;
import io.mosskit.benchmarks.serving.Load;
import io.mosskit.benchmarks.serving.Question;
import io.mosskit.cli.Mosskit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Many clients at once on one `mosskit serve` in a process of its own: whether each answer is the
/// one computed alone, and whether the server's memory stays as it is.
///
/// Arguments: a model's folder, where a tiny model is made if there is none; clients (200); seconds
/// (60); sequences that the server computes together (32).
public final class ServingLoad {

  private static final int QUESTIONS = 240;
  private static final Pattern BASE_URL = Pattern.compile("\"base_url\":\"([^\"]+)\"");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private ServingLoad() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path model = Path.of(args[0]);
    int clients = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    int parallel = args.length > 3 ? Integer.parseInt(args[3]) : 32;
    if (!Files.exists(model)) {
      PrintWriter out = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      Mosskit.run(out, out, "model", "make-tiny", model.toString());
    }
    Map<Question, String> answers = alone(model);
    Process server = start(model, parallel);
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
      Matcher url = BASE_URL.matcher(lines.readLine());
      if (!url.find()) {
        throw new IOException("the server did not say where it is");
      }
      measure(url.group(1), answers, clients, seconds, server);
    } finally {
      server.destroy();
      System.out.println("the server's exit code: " + server.waitFor());
    }
  }

  private static Map<Question, String> alone(Path model) throws IOException {
    Map<Question, String> answers = new LinkedHashMap<>();
    try (Alone alone = Alone.load(model)) {
      for (Question question : Question.some(QUESTIONS, 1)) {
        answers.put(question, alone.answer(question));
      }
    }
    return answers;
  }

  private static Process start(Path model, int parallel) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.mosskit.cli.Mosskit",
            "serve",
            "--json",
            "--port=0",
            "--name=load",
            "--queue=1000",
            "--parallel=" + parallel,
            "--model=" + model)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void measure(
      String url, Map<Question, String> answers, int clients, int seconds, Process server)
      throws IOException, InterruptedException {
    Load warm = run(url, answers, clients, Math.max(1, seconds / 6));
    List<String> memory = new ArrayList<>();
    memory.add(memory(server, true));
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> _ =
          clock.scheduleAtFixedRate(
              () -> memory.add(memory(server, false)),
              seconds / 6,
              Math.max(1, seconds / 6),
              TimeUnit.SECONDS);
      long start = System.nanoTime();
      Load load = run(url, answers, clients, seconds);
      double took = (System.nanoTime() - start) / 1e9;
      clock.shutdownNow();
      memory.add(memory(server, true));
      report(load, took, memory);
    }
    System.out.println("problems while warming up: " + warm.problems().size());
    System.out.println(metrics(url));
  }

  private static Load run(String url, Map<Question, String> answers, int clients, int seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    return Load.run(url, "load", answers, clients, () -> System.nanoTime() - end < 0);
  }

  private static void report(Load load, double took, List<String> memory) {
    System.out.printf(
        Locale.ROOT,
        "answers held against those computed alone: %d in %.1f s, %.1f a second%n",
        load.answered(),
        took,
        load.answered() / took);
    System.out.printf(Locale.ROOT, "clients that left on purpose: %d%n", load.left());
    System.out.printf(Locale.ROOT, "errors and other answers: %d%n", load.problems().size());
    load.problems().stream().limit(5).forEach(problem -> System.out.println("  " + problem));
    System.out.printf(
        Locale.ROOT,
        "milliseconds an answer: median %.0f, 95 %% within %.0f, the longest %.0f%n",
        load.millis(0.5),
        load.millis(0.95),
        load.millis(1));
    System.out.println("memory of the server:");
    memory.forEach(line -> System.out.println("  " + line));
  }

  /// Its resident memory, and after a collection what lives on its heap.
  private static String memory(Process server, boolean collect) {
    try {
      String resident =
          Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .findFirst()
              .orElse("VmRSS: unknown");
      return collect ? resident + ", live heap " + liveHeap(server.pid()) + " kB" : resident;
    } catch (IOException e) {
      return "unknown: " + e.getMessage();
    }
  }

  private static String liveHeap(long pid) throws IOException {
    String _ = jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    return used.find() ? used.group(1) : "unknown";
  }

  private static String jcmd(long pid, String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String metrics(String url) throws IOException, InterruptedException {
    URI metrics = URI.create(url.replace("/v1", "/metrics"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
          .body()
          .replaceAll("(?m)^#.*\n", "");
    }
  }
}
