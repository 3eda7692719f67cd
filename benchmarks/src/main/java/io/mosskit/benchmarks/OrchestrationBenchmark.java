package io.mosskit.benchmarks;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.sun.management.OperatingSystemMXBean;
import io.mosskit.generator.GenerationSummary;
import io.mosskit.generator.Generator;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.Category;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.progress.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A whole run of the generator against a bare loop of the same client, on one slow server in a
/// process of its own, with the same number of requests under way, in one run.
///
/// Only the middle of each side counts, when all requests are under way: from when a tenth is
/// answered until nine tenths are.
///
/// Arguments: dialogues, of three turns and five requests each (6000); requests under way (1000);
/// the server's delay in milliseconds (500); rounds (2).
public final class OrchestrationBenchmark {

  private static final int REQUESTS_A_DIALOGUE = 5;
  private static final String MODEL = "slow";

  private final int dialogues;
  private final int concurrency;
  private final URI url;
  private final Path folder;

  private OrchestrationBenchmark(int dialogues, int concurrency, URI url, Path folder) {
    this.dialogues = dialogues;
    this.concurrency = concurrency;
    this.url = url;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    int dialogues = argument(args, 0, 6000);
    int concurrency = argument(args, 1, 1000);
    int delay = argument(args, 2, 500);
    int rounds = argument(args, 3, 2);
    Path folder = Files.createTempDirectory("mosskit-orchestration");
    Process server = serve(delay);
    try (BufferedReader port = server.inputReader(StandardCharsets.US_ASCII)) {
      URI url = URI.create("http://127.0.0.1:" + port.readLine() + "/v1");
      System.out.printf(
          Locale.ROOT,
          "%,d requests a side, %,d under way, answers after %d ms: at most %,d a second; heap at most"
              + " %,d MB, %d processors, %s%n",
          dialogues * REQUESTS_A_DIALOGUE,
          concurrency,
          delay,
          1000L * concurrency / delay,
          Runtime.getRuntime().maxMemory() >> 20,
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"));
      new OrchestrationBenchmark(dialogues, concurrency, url, folder).compare(rounds);
    } finally {
      server.destroy();
      delete(folder);
    }
  }

  private static int argument(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private static Process serve(int delay) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            SlowServer.class.getName(),
            Integer.toString(delay))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void compare(int rounds) throws Exception {
    System.out.println("| side | requests/s | CPU ms a request | peak heap MB |");
    System.out.println("|---|---|---|---|");
    for (int round = 1; round <= rounds; round++) {
      Meter bare = new Meter(total());
      bareLoop(bare);
      System.out.println(bare.row("bare loop"));
      Meter whole = new Meter(total());
      wholeRun(whole, folder.resolve("run-" + round));
      System.out.println(whole.row("mosskit generate"));
      System.out.printf(
          Locale.ROOT, "round %d: %.1f %%%n", round, 100 * whole.rate() / bare.rate());
    }
  }

  private int total() {
    return dialogues * REQUESTS_A_DIALOGUE;
  }

  private void bareLoop(Meter meter) throws InterruptedException {
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .baseUrl(url.toString())
            .apiKey("none")
            .timeout(Duration.ofMinutes(2))
            .maxRetries(0)
            .maxIdleConnections(concurrency)
            .keepAliveDuration(Duration.ofMinutes(5))
            .logLevel(LogLevel.OFF)
            .build();
    ChatCompletionCreateParams params =
        ChatCompletionCreateParams.builder()
            .model(MODEL)
            .addSystemMessage(MetaInstruction.plain().text())
            .addUserMessage("Explain the third entry of a long list of garden tools, please.")
            .addAssistantMessage("This is answer number 3 of a very slow teacher.")
            .addUserMessage("This is answer number 4 of a very slow teacher.")
            .temperature(0.7)
            .maxCompletionTokens(1024)
            .build();
    AtomicLong left = new AtomicLong(total());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < concurrency; i++) {
        threads.execute(() -> {
          while (left.getAndDecrement() > 0) {
            client.chat().completions().create(params);
            meter.answered();
          }
        });
      }
    } finally {
      client.close();
    }
  }

  private void wholeRun(Meter meter, Path run) throws Exception {
    GenerationPlan plan =
        GenerationPlan.of(List.of(SeedFile.of(seeds(), Category.WRITING)), List.of(), MODEL)
            .withTeachers(TeacherPlan.of(MODEL).withConcurrency(concurrency));
    DialoguePlan turns =
        plan.dialogues().withTurns(Category.WRITING, TurnTable.fixed(3)).withFromSeeds(true);
    try (OpenAiTeacher teacher = OpenAiTeacher.connect(TeacherSettings.of(url, MODEL), Map.of())) {
      ChatModel counted =
          request -> {
            ChatReply reply = teacher.reply(request);
            meter.answered();
            return reply;
          };
      GenerationSummary summary =
          Generator.run(plan.withDialogues(turns), counted, run, Progress.NONE);
      if (summary.writtenDialogues() != dialogues || meter.count() != total()) {
        throw new IllegalStateException("not what was to be measured: " + summary);
      }
    }
  }

  private Path seeds() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < dialogues; i++) {
      lines.add(
          "{\"user_prompt\": \"Explain entry %d of a long list of garden tools.\"}".formatted(i));
    }
    return Files.write(folder.resolve("seeds.jsonl"), lines);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Counts answers and times the middle of them.
  private static final class Meter {

    private final long from;
    private final long to;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong peakHeap = new AtomicLong();
    private volatile Instant begin = Instant.ZERO;
    private volatile Instant end = Instant.ZERO;

    Meter(long total) {
      this.from = total / 10;
      this.to = total - total / 10;
    }

    void answered() {
      long count = answered.incrementAndGet();
      if (count % 100 == 0) {
        Runtime heap = Runtime.getRuntime();
        peakHeap.accumulateAndGet(heap.totalMemory() - heap.freeMemory(), Math::max);
      }
      if (count == from) {
        begin = Instant.now();
      } else if (count == to) {
        end = Instant.now();
      }
    }

    long count() {
      return answered.get();
    }

    double rate() {
      return (to - from) / (end.seconds() - begin.seconds());
    }

    String row(String side) {
      return String.format(
          Locale.ROOT,
          "| %s | %,.0f | %.2f | %,d |",
          side,
          rate(),
          1000 * (end.cpuSeconds() - begin.cpuSeconds()) / (to - from),
          peakHeap.get() >> 20);
    }

    /// A moment by the clock, and by the processors' time that this process has used.
    private record Instant(double seconds, double cpuSeconds) {

      private static final Instant ZERO = new Instant(0, 0);

      static Instant now() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Instant(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
      }
    }
  }
}
