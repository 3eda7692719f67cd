package io.mosskit.plugins;

import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;

/// A tool that a dialogue may call, such as `Calculate("6*7")`.
///
/// An implementation is safe for use by many threads and deterministic: equal arguments under equal
/// limits have equal outcomes on every machine, so that a corpus can be made again; what else its
/// answers depend on, such as a collection of documents, its version names. What it cannot answer
/// is a [Outcome.Failure], never an exception. One that a service file names has a public
/// constructor without parameters.
public interface Plugin {

  /// The word that a command begins with, such as `Calculate`. Unique among the installed plugins.
  String name();

  /// How the meta instruction announces the call, such as `Calculate(expression)`.
  String apiLine();

  /// The version of the tool's answers. It changes whenever the outcome of any argument may.
  String version();

  /// What it does, in a few words for a list of plugins; blank where it does not say.
  default String summary() {
    return "";
  }

  /// Answers one call.
  ///
  /// @param argument the text between the quotes of the command, as the model wrote it
  /// @param limits what the call may cost; past them it ends in [Outcome.Reason#LIMIT_EXCEEDED]
  Outcome execute(String argument, Limits limits);

  /// This plugin for a turn that calls it so often. A search, for example, gives the fewer passages
  /// to each query the more there are.
  ///
  /// @param calls at least 1
  default Plugin among(int calls) {
    return this;
  }

  /// Whether the results of a turn that calls nothing else are the answer alone, without an echo of
  /// the call, as text-to-image has it: `Image generated successfully.`
  default boolean answersInline() {
    return false;
  }

  /// The outcome as it stands among the results of a MOSS-003 turn: `Calculate("6*7") => '42'`, and
  /// `Calculate("6*") => 'No result.'` for every failure.
  ///
  /// What was printed is quoted as Python quotes a string, which keeps it on one line. A plugin
  /// whose results have another shape in the published data overrides this.
  default Block block(String argument, Outcome outcome) {
    return new Block(new PluginCall(name(), argument), PythonText.quote(outcome.printed()), true);
  }
}
