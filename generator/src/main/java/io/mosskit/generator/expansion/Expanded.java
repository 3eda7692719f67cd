package io.mosskit.generator.expansion;

import io.mosskit.generator.prompt.Prompt;
import io.mosskit.schema.io.Rejection;
import java.util.List;

/// What the rounds brought.
///
/// @param prompts the accepted prompts, in the order of acceptance
/// @param refused the proposed prompts that were refused, in the order of proposal
/// @param fruitless the requests that brought no prompts at all
/// @param families one report for each quota
public record Expanded(
    List<Prompt> prompts,
    List<Rejection> refused,
    List<Rejection> fruitless,
    List<FamilyReport> families) {

  public Expanded {
    prompts = List.copyOf(prompts);
    refused = List.copyOf(refused);
    fruitless = List.copyOf(fruitless);
    families = List.copyOf(families);
  }
}
