package io.mosskit.generator.expansion;

import io.mosskit.generator.plan.ExpansionPlan.Admission;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.template.Leftovers;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.text.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can be told of a proposed prompt from itself and the request that brought it.
final class PromptChecks {

  private final Admission admission;
  private final Language language;
  private final Set<List<String>> examples = new HashSet<>();

  PromptChecks(Admission admission, Language language, List<Prompt> examples) {
    this.admission = admission;
    this.language = language;
    for (Prompt example : examples) {
      this.examples.add(Units.of(example.text()));
    }
  }

  /// What is wrong with a prompt and what exactly was found; empty where nothing is.
  Optional<Finding> fault(String prompt) {
    int length = prompt.codePointCount(0, prompt.length());
    if (length < admission.minCharacters()) {
      return found(
          PromptFault.TOO_SHORT,
          length + " characters, at least " + admission.minCharacters() + " are wanted");
    }
    if (length > admission.maxCharacters()) {
      return found(
          PromptFault.TOO_LONG,
          length + " characters, at most " + admission.maxCharacters() + " are wanted");
    }
    Optional<String> leftover = Leftovers.markerOrPlace(prompt);
    if (leftover.isPresent()) {
      return found(PromptFault.TEMPLATE_LEFTOVER, "it holds \"" + leftover.get() + "\"");
    }
    Language told = Language.of(prompt);
    if (told != language && told != Language.MIXED) {
      return found(
          PromptFault.WRONG_LANGUAGE,
          "its language is " + told.label() + ", wanted is " + language.label());
    }
    if (examples.contains(Units.of(prompt))) {
      return found(PromptFault.COPIED_EXAMPLE, "it says the same as an example in the request");
    }
    return Optional.empty();
  }

  private static Optional<Finding> found(PromptFault fault, String detail) {
    return Optional.of(new Finding(fault, detail));
  }

  /// A fault and what exactly was found.
  record Finding(PromptFault fault, String detail) {}
}
