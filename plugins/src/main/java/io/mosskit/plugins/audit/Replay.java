package io.mosskit.plugins.audit;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Makes recorded calls again and compares their answers. Thread-safe.
public final class Replay {

  /// The time of an execution is no part of what is compared.
  private static final InstantSource NO_CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final Plugins plugins;
  private final Limits limits;
  private final Answers answers;

  /// @param plugins those that are asked again
  public Replay(Plugins plugins, Limits limits) {
    this.plugins = plugins;
    this.limits = limits;
    this.answers = new Answers(plugins.named("Calculate"));
  }

  /// The call made again; empty where its plugin is not installed.
  ///
  /// @param calls all calls of its turn
  public Optional<Execution> execute(PluginCall call, List<PluginCall> calls) {
    Optional<Plugin> plugin = plugins.answering(call, calls);
    return plugin.map(each -> Execution.of(each, call.argument(), limits, NO_CLOCK));
  }

  /// How a recorded answer compares with one had again. An answer that is a numbered list is
  /// compared as text, its numbers counted from 1 as each call counts them.
  public Verdict compare(Block recorded, Execution found) {
    return switch (found.outcome()) {
      case Outcome.Failure _ -> recorded.failed() ? Verdict.FAILURE_CONFIRMED : Verdict.FAILS_HERE;
      case Outcome.Result(String text, _) -> {
        if (recorded.failed()) {
          yield Verdict.FAILURE_SUCCEEDS;
        }
        String counted = recorded.numberedFrom(1).text().strip();
        String block = found.block().numberedFrom(1).text().strip();
        if (counted.equals(block) || counted.equals(text.strip())) {
          yield Verdict.EQUAL;
        }
        yield recorded.numbers().isEmpty()
            ? answers.compare(recorded.text(), text)
            : Verdict.DIFFERENT;
      }
    };
  }
}
