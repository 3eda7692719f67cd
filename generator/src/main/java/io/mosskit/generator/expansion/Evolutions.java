package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.expansion.EvolutionChecks.Step;
import io.mosskit.generator.novelty.Novelty;
import io.mosskit.generator.plan.EvolutionPlan;
import io.mosskit.generator.plan.EvolutionPlan.Operation;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Category;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.progress.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Which accepted prompts are evolved and which of the evolved ones are kept, decided from answers
/// alone. An evolved prompt takes its parent's place, so that quotas stay as they are; where one
/// fails a check, its parent stays. Not thread-safe.
final class Evolutions {

  private static final String STAGE = "evolve-prompt";

  private final GenerationPlan plan;
  private final Pool pool;
  private final EvolutionChecks checks;
  private final List<Line> lines = new ArrayList<>();

  /// @param families when their rounds are over
  Evolutions(GenerationPlan plan, Pool pool, Collection<Family> families) {
    this.plan = plan;
    this.pool = pool;
    this.checks = new EvolutionChecks(plan.expansion());
    families.forEach(this::choose);
  }

  /// A prompt with those that had its place before.
  private static final class Line {
    private final Family family;
    private final Set<String> ancestors = new HashSet<>();
    private Prompt last;

    Line(Family family, Prompt first) {
      this.family = family;
      this.last = first;
      this.ancestors.add(first.id());
    }

    void goOn(Prompt child) {
      last = child;
      ancestors.add(child.id());
    }
  }

  private EvolutionPlan evolution() {
    return plan.expansion().evolution();
  }

  private void choose(Family family) {
    if (!operations(family.quota().category()).isEmpty()) {
      List<Prompt> accepted = family.accepted();
      int count = (int) Math.round(evolution().share() * accepted.size());
      Dice dice = Dice.of(plan.randomSeed(), "evolution", family.quota().name());
      dice.sample(accepted, count).forEach(prompt -> lines.add(new Line(family, prompt)));
    }
  }

  /// The weights of the operations that serve a category.
  private SequencedMap<Operation, Integer> operations(Category category) {
    SequencedMap<Operation, Integer> weights = new LinkedHashMap<>();
    evolution()
        .operations()
        .forEach((operation, weight) -> {
          if (operation.serves(category)) {
            weights.put(operation, weight);
          }
        });
    return weights;
  }

  /// The requests of a round; none where the rounds are over.
  List<Evolve> requests(int round) {
    List<Evolve> requests = new ArrayList<>();
    if (round <= evolution().rounds()) {
      for (Line line : lines) {
        Dice dice = Dice.of(plan.randomSeed(), "operation", line.last.id(), round);
        Operation operation = dice.weighted(operations(line.last.category()));
        requests.add(new Evolve(line.family, line.last, line.ancestors, operation, round));
      }
    }
    return requests;
  }

  /// Judges the answers of a round in the order of its requests.
  void judge(List<Evolve> requests, List<Outcome<String>> answers) {
    for (int i = 0; i < requests.size(); i++) {
      Evolve evolve = requests.get(i);
      switch (answers.get(i)) {
        case Outcome.Had<String>(String text, List<Try> tries) -> {
          Optional<Prompt> kept = judge(evolve, text, tries);
          if (kept.isPresent()) {
            lines.get(i).goOn(kept.get());
          }
        }
        case Outcome.Failed<String> failed -> pool.fruitless(STAGE, evolve.key(), failed);
        case Outcome.Missed<String> _ ->
            throw new IllegalArgumentException("a round without all its answers cannot be judged");
      }
    }
  }

  private Optional<Prompt> judge(Evolve evolve, String text, List<Try> tries) {
    evolve.family().proposed();
    Prompt child = child(evolve, text, tries);
    Step step = Step.of(evolve.parent().text(), text);
    Optional<PromptChecks.Finding> finding = checks.fault(evolve, text, step);
    if (finding.isPresent()) {
      pool.refuse(STAGE, child, finding.get().fault(), finding.get().detail(), step.json());
      return Optional.empty();
    }
    // Who goes deeper stays near those it comes from; who goes elsewhere must be new to all.
    Novelty novelty = pool.novelty(text, evolve.inDepth() ? evolve.ancestors() : Set.of());
    if (!novelty.isNew()) {
      pool.refuseAsKnown(STAGE, child, novelty);
      return Optional.empty();
    }
    Prompt kept =
        child
            .and(new Verdict("evolution", evolve.operation().label(), step.json()))
            .and(new Verdict("novelty", "kept", novelty.json()));
    pool.replace(STAGE, evolve.parent(), kept);
    return Optional.of(kept);
  }

  private Prompt child(Evolve evolve, String text, List<Try> tries) {
    Prompt parent = evolve.parent();
    Lineage lineage =
        new Lineage(
            parent.lineage().seeds(),
            List.of(parent.id()),
            Wording.evolveVersion(),
            tries.getLast().model(),
            tries.stream().map(Try::request).toList(),
            List.of(),
            List.of());
    return new Prompt(
        Ids.of("p", plan.randomSeed(), evolve.key(), 0),
        text,
        parent.category(),
        parent.language(),
        parent.kind(),
        parent.risk(),
        parent.licence(),
        evolve.inDepth() ? parent.brief() : Brief.NONE,
        lineage);
  }

  /// How many of the chosen prompts have been evolved at least once.
  Progress.Step step() {
    long evolved = lines.stream().filter(line -> line.ancestors.size() > 1).count();
    return new Progress.Step("evolution", evolved, lines.size(), "prompts", Map.of());
  }
}
