package io.mosskit.inference.serve;

import io.mosskit.inference.serve.engine.EngineCounts;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests, and tells all numbers in the text format of Prometheus 0.0.4. Thread-safe.
final class Books {

  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder gone = new LongAdder();

  /// Counts a request that was answered.
  ///
  /// @param route one of those that there are, or `other`
  void enter(String route, int status, Duration time) {
    String labels = "path=\"" + route + "\",status=\"" + status + '"';
    requests.computeIfAbsent(labels, _ -> new LongAdder()).increment();
    nanos.add(time.toNanos());
    answered.increment();
  }

  /// Counts a client that went away before its answer was whole.
  void enterGone() {
    gone.increment();
  }

  String text(EngineCounts counts) {
    StringBuilder out = new StringBuilder();
    head(out, "mosskit_requests_total", "counter", "Requests answered.");
    requests.forEach(
        (labels, count) -> sample(out, "mosskit_requests_total{" + labels + '}', count.sum()));
    head(out, "mosskit_request_seconds", "summary", "Time until the end of the answer.");
    out.append(String.format(Locale.ROOT, "mosskit_request_seconds_sum %.6f\n", nanos.sum() / 1e9));
    sample(out, "mosskit_request_seconds_count", answered.sum());
    counter(out, "mosskit_clients_gone_total", "Clients that left early.", gone.sum());
    gauge(out, "mosskit_requests_waiting", "Requests that wait for a place.", counts.waiting());
    gauge(out, "mosskit_sequences_running", "Sequences under way.", counts.running());
    counter(out, "mosskit_prompt_tokens_total", "Prompt tokens computed.", counts.readTokens());
    counter(
        out,
        "mosskit_cached_prompt_tokens_total",
        "Prompt tokens known from an earlier request.",
        counts.cachedTokens());
    counter(out, "mosskit_written_tokens_total", "Tokens written.", counts.writtenTokens());
    counter(out, "mosskit_steps_total", "Times the model was computed.", counts.steps());
    counter(out, "mosskit_cancelled_total", "Sequences given up.", counts.cancelled());
    counter(out, "mosskit_failed_total", "Sequences that failed.", counts.failed());
    return out.toString();
  }

  private static void counter(StringBuilder out, String name, String help, long value) {
    head(out, name, "counter", help);
    sample(out, name, value);
  }

  private static void gauge(StringBuilder out, String name, String help, long value) {
    head(out, name, "gauge", help);
    sample(out, name, value);
  }

  private static void sample(StringBuilder out, String series, long value) {
    out.append(series).append(' ').append(value).append('\n');
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
