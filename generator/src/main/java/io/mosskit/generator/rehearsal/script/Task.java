package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a request asks for. Most are told by header lines in the last user message, of which
/// `Task:` is the first; everything else is a conversation that waits for its reply.
sealed interface Task {

  /// New user prompts.
  ///
  /// @param taxon what they are to be in the taxonomy, or null where the request leaves that open
  /// @param circumstance what is to become of the calls they lead to; it counts in the categories
  ///   whose dialogues call plugins alone
  /// @param persona who writes them, empty for nobody in particular
  /// @param constraints what they turn on, by name; those that are not known change nothing
  record ExpandPrompts(
      Category category,
      @Nullable Taxon taxon,
      Circumstance circumstance,
      Language language,
      int number,
      String persona,
      List<String> constraints)
      implements Task {

    /// Prompts whose calls are answered.
    ExpandPrompts(
        Category category,
        @Nullable Taxon taxon,
        Language language,
        int number,
        String persona,
        List<String> constraints) {
      this(category, taxon, Circumstance.ANSWERED, language, number, persona, constraints);
    }
  }

  /// Another prompt, made from one.
  ///
  /// @param operation what is done with it: `deepen`, `constrain`, `concretise`, `reasoning` or
  ///   `breadth`
  record EvolvePrompt(Category category, Language language, String operation, String prompt)
      implements Task {}

  /// What the user says next in a dialogue.
  ///
  /// @param category what the dialogue trains, or null where the request does not tell
  /// @param language in which it is asked; where the intent is [Intent#CHANGE_LANGUAGE], the turn
  ///   is in the language that the user did not speak so far, whichever of the two this is
  /// @param right whether a user who corrects is right, or null where that is left open
  record UserTurn(
      @Nullable Category category,
      Language language,
      Intent intent,
      @Nullable Boolean right,
      Talk talk)
      implements Task {}

  /// What the assistant thinks of the user's last words, and which plugins it calls.
  ///
  /// @param plugins the names of those that are switched on
  /// @param needed whether anything is to be called
  record PluginCalls(
      Category category, Language language, List<String> plugins, boolean needed, Talk talk)
      implements Task {}

  /// What the assistant says once the plugins have answered.
  record PluginReply(
      Category category, Language language, Standing standing, Talk talk, List<Told> results)
      implements Task {}

  /// A result as the request shows it.
  ///
  /// @param number by which it is cited, or 0 where it is not to be
  /// @param text what the plugin printed
  record Told(int number, PluginCall call, String text) {

    boolean failed() {
      return text.isEmpty() || text.equals("No result.");
    }
  }

  /// What the plugins did for a turn.
  enum Standing {
    /// All calls had results.
    ANSWERED,
    /// Some had.
    PARTLY,
    /// None had.
    FAILED,
    /// No call was needed.
    UNNEEDED,
    /// The plugin that was needed is switched off.
    OFF
  }

  /// What to think of a dialogue.
  record Judge(Language language, Talk talk) implements Task {}

  /// Which of two replies is better.
  ///
  /// @param first the talk with the reply that stands first
  /// @param second the same talk with the other one
  record Compare(Language language, Talk first, Talk second) implements Task {}

  /// The assistant's reply.
  ///
  /// @param guide how it is meant
  record Reply(Talk talk, Guide guide) implements Task {}

  /// A task that is announced but cannot be read.
  record Unreadable(String problem) implements Task {}

  /// Why the user speaks again.
  enum Intent {
    CLARIFY("clarify"),
    DEEPEN("deepen"),
    OBJECT("object"),
    CORRECT("correct"),
    CHANGE_LANGUAGE("change-language"),
    CONTINUE("continue"),
    THANK("thank");

    private final String label;

    Intent(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
