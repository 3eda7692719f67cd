package io.mosskit.inference.chat;

import io.mosskit.plugins.Round;
import io.mosskit.schema.Field;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the commands of a turn led to.
sealed interface PluginTurn {

  /// Nothing was called.
  record NoCalls() implements PluginTurn {}

  /// All calls were executed.
  record Executed(Round round) implements PluginTurn {}

  /// The commands cannot be executed.
  record Refused(String problem) implements PluginTurn {}

  /// Executes the commands that the model wrote.
  ///
  /// @param text inner thoughts and commands, markers and all
  static PluginTurn of(String text, ChatForm.WithPlugins form, InstantSource clock) {
    int from = text.lastIndexOf(Field.COMMANDS.opening());
    if (from < 0) {
      return new Refused("the model wrote no " + Field.COMMANDS.opening());
    }
    String body = Field.COMMANDS.body(text.substring(from).strip()).strip();
    return switch (Commands.parse(body)) {
      case Commands.None _ -> new NoCalls();
      case Commands.Malformed(int at, String expected) ->
          new Refused("at character %d of \"%s\": expected %s".formatted(at, body, expected));
      case Commands.Calls(List<PluginCall> calls) -> execute(calls, form, clock);
    };
  }

  private static PluginTurn execute(
      List<PluginCall> calls, ChatForm.WithPlugins form, InstantSource clock) {
    Optional<PluginCall> unknown =
        calls.stream().filter(call -> form.plugins().named(call.name()).isEmpty()).findFirst();
    return unknown.isPresent()
        ? new Refused("no plugin is installed for " + unknown.get())
        : new Executed(Round.of(calls, form.plugins(), form.limits(), clock));
  }

  /// What stands between the markers of the results.
  default String resultsBody() {
    return switch (this) {
      case NoCalls _, Refused _ -> Results.body(List.of());
      case Executed(Round round) ->
          switch (round.results()) {
            case Results.None _ -> Results.body(List.of());
            case Results.Inline(String text) -> " " + text;
            case Results.Blocks(List<Results.Block> blocks) -> Results.body(blocks);
            case Results.Malformed(String expected) -> throw new AssertionError(expected);
          };
    };
  }

  /// Says what happened.
  default void tell(ChatListener listener) {
    switch (this) {
      case NoCalls _ -> {}
      case Executed(Round round) -> listener.executed(round);
      case Refused(String problem) -> listener.refused(problem);
    }
  }
}
