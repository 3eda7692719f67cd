package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.generator.tokens.TokenCount;
import io.mosskit.schema.Category;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads how dialogues are held.
final class DialoguesReader {

  private final Paths paths;

  DialoguesReader(Paths paths) {
    this.paths = paths;
  }

  /// @param noQuotas whether nothing but seeds can open dialogues
  DialoguePlan read(Optional<Section> given, boolean noQuotas) throws IOException, RecipeException {
    DialoguePlan plan = DialoguePlan.DEFAULT.withFromSeeds(noQuotas);
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    try {
      DialoguePlan changed =
          plan.withFromSeeds(section.flag("from-seeds", plan.fromSeeds()))
              .withRetries(section.number("retries", plan.retries()))
              .withBudget(budget(section, plan.budget()))
              .withCutAfter(section.number("cut-after", plan.cutAfter()));
      changed = withTurns(changed, section.section("turns"));
      section.end();
      return changed;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private TokenBudget budget(Section section, TokenBudget budget)
      throws IOException, RecipeException {
    int maxTokens = section.number("max-tokens", budget.maxTokens());
    Optional<String> vocabulary = section.text("tokenizer");
    if (vocabulary.isEmpty()) {
      return new TokenBudget(maxTokens, budget.count());
    }
    Path folder = paths.of(List.of(vocabulary.get())).getFirst();
    TokenCount exact = VocabularyCount.of(folder);
    return new TokenBudget(maxTokens, exact);
  }

  /// `turns: {code: {3: 1, 4: 2}}` gives a third of the dialogues three turns, two thirds four.
  private static DialoguePlan withTurns(DialoguePlan plan, Optional<Section> tables)
      throws RecipeException {
    if (tables.isEmpty()) {
      return plan;
    }
    DialoguePlan changed = plan;
    for (Map.Entry<String, Node> entry : tables.get().rest().entrySet()) {
      Node node = entry.getValue();
      Category category = PromptsReader.category(entry);
      try {
        changed = changed.withTurns(category, table(node));
      } catch (IllegalArgumentException e) {
        throw node.place().error(String.valueOf(e.getMessage()));
      }
    }
    return changed;
  }

  private static TurnTable table(Node node) throws RecipeException {
    if (!(node instanceof Node.Mapping(var _, var members))) {
      throw node.place().error("expected numbers of turns with their weights, as {3: 1, 4: 2}");
    }
    SortedMap<Integer, Integer> weights = new TreeMap<>();
    for (Map.Entry<String, Node> entry : members.entrySet()) {
      Node.Scalar turns = new Node.Scalar(entry.getValue().place(), entry.getKey());
      weights.put(
          Section.value(turns, Integer::valueOf, "a number of turns"),
          Section.value(entry.getValue(), Integer::valueOf, "a weight"));
    }
    return new TurnTable(weights);
  }
}
