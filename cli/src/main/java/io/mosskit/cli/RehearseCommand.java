package io.mosskit.cli;

import io.mosskit.generator.rehearsal.Fault;
import io.mosskit.generator.rehearsal.Faults;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.rehearsal.RequestLog;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit rehearse`.
@Command(
    name = "rehearse",
    description = {
      "Serve the rehearsal teacher on loopback until Ctrl-C: a rule-based program that speaks the",
      "OpenAI protocol, for trying pipelines and for failing on purpose. It is no model.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit rehearse --port 8099",
      "  mosskit generate --seeds datasets/seeds --out run/ --dialogues 100 \\",
      "      --base-url http://127.0.0.1:8099/v1 --model rehearsal",
      "  mosskit rehearse --port 8099 --batch-seconds 30 --batch-failed 0.1 --batch-answered 0.8",
      "  mosskit rehearse --port 8099 --rate-limited 0.1 --failed 0.05 --hang 0.02 --truncated 0.03",
    })
final class RehearseCommand extends CommandBase {

  @Option(names = "--port", paramLabel = "N", description = "the port (default: any free one)")
  private int port;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "what answers, faults and flaws follow from (default: 1)")
  private long seed = 1;

  @Option(
      names = "--flaws",
      paramLabel = "SHARE",
      description = "share of replies that are spoilt: cut, empty, repeated … (default: 0)")
  private double flaws;

  @Option(
      names = "--rate-limited",
      paramLabel = "SHARE",
      description = "share of requests answered with 429 and Retry-After (default: 0)")
  private double rateLimited;

  @Option(names = "--failed", paramLabel = "SHARE", description = "… with 500")
  private double failed;

  @Option(names = "--slow", paramLabel = "SHARE", description = "… two seconds late")
  private double slow;

  @Option(names = "--hang", paramLabel = "SHARE", description = "… not at all")
  private double hang;

  @Option(names = "--truncated", paramLabel = "SHARE", description = "… with half a body")
  private double truncated;

  @Option(names = "--empty", paramLabel = "SHARE", description = "… without a choice")
  private double empty;

  @Option(
      names = "--delay",
      paramLabel = "MILLIS",
      description = "how long every answer takes at least (default: 0)")
  private long delay;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "append a line for each request: number, outcome, id")
  private @Nullable Path log;

  @Option(
      names = "--refuse-format",
      split = ",",
      paramLabel = "TYPE",
      description = "types of response_format to refuse: json_schema, json_object")
  private Set<String> refusedFormats = Set.of();

  @Mixin private BatchMannerMixin batches = new BatchMannerMixin();

  @Override
  ExitCode execute() throws IOException, CommandFailure, InterruptedException {
    try (RequestLog requests = log == null ? null : RequestLog.open(log);
        RehearsalTeacher teacher = RehearsalTeacher.start(options(requests))) {
      say(
          Json.object().put("base_url", teacher.baseUrl()).build(),
          List.of("The rehearsal teacher answers at " + teacher.baseUrl() + "; Ctrl-C stops it."));
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE;
  }

  private RehearsalOptions options(@Nullable RequestLog requests) throws CommandFailure {
    try {
      Faults faults =
          Faults.NONE
              .with(Fault.RATE_LIMITED, rateLimited)
              .with(Fault.FAILED, failed)
              .with(Fault.SLOW, slow)
              .with(Fault.HANG, hang)
              .with(Fault.TRUNCATED, truncated)
              .with(Fault.EMPTY, empty)
              .withAnswerDelay(Duration.ofMillis(delay));
      RehearsalOptions options =
          RehearsalOptions.seeded(seed)
              .withPort(port)
              .withFlawShare(flaws)
              .withFaults(faults)
              .withRefusedFormats(refusedFormats)
              .withBatches(batches.manner());
      return requests == null ? options : options.withRequestLog(requests);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
