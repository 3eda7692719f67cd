package io.mosskit.generator.expansion;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.ExpansionPlan.Examples;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Persona;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.taxonomy.Taxon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prompts of one category in one language while they grow.
final class Family {

  private final Quota quota;
  private final ExpansionPlan plan;
  private final SafetyPlan safety;
  private final List<Prompt> seeds;
  private final List<Persona> personas;
  private final List<Prompt> accepted = new ArrayList<>();
  private int acceptedBefore;
  private int barrenRounds;
  private long proposed;

  Family(
      Quota quota,
      ExpansionPlan plan,
      SafetyPlan safety,
      List<Prompt> seeds,
      List<Persona> personas) {
    this.quota = quota;
    this.plan = plan;
    this.safety = safety;
    this.seeds = List.copyOf(seeds);
    this.personas = List.copyOf(personas);
  }

  Quota quota() {
    return quota;
  }

  /// What was accepted so far, in that order.
  List<Prompt> accepted() {
    return List.copyOf(accepted);
  }

  boolean isFull() {
    return accepted.size() >= quota.prompts();
  }

  boolean hasOrCannotHave(int prompts) {
    return accepted.size() >= prompts || isFull() || isStalled();
  }

  boolean isStalled() {
    return !isFull() && barrenRounds >= plan.rounds().stallAfter();
  }

  /// What this round asks for: as many answers as would fill the quota if all they hold were
  /// accepted, up to the plan's limit; none where the family is full or stalled. The examples come
  /// from what was accepted before the round.
  List<Draw> draws(int round, long runSeed) {
    if (isFull() || isStalled()) {
      return List.of();
    }
    int missing = quota.prompts() - accepted.size();
    int answers = Math.ceilDiv(missing, plan.examples().wanted());
    List<Draw> draws = new ArrayList<>();
    for (int number = 1; number <= Math.min(answers, plan.rounds().answers()); number++) {
      Dice dice = Dice.of(runSeed, "examples", quota.name(), round, number);
      Brief brief = brief(round, number, runSeed);
      draws.add(new Draw(quota, round, number, brief, examples(brief.taxon(), dice)));
    }
    return draws;
  }

  private Brief brief(int round, int number, long runSeed) {
    Dice place = Dice.of(runSeed, "taxon", quota.name(), round, number);
    Dice who = Dice.of(runSeed, "persona", quota.name(), round, number);
    boolean named = who.share() < plan.personas().share();
    List<Persona> drawn = who.sample(personas, named ? 1 : 0);
    Dice what = Dice.of(runSeed, "constraints", quota.name(), round, number);
    return new Brief(
        safety.taxon(quota.category(), place).orElse(null),
        drawn.isEmpty() ? null : drawn.getFirst(),
        Constraints.draw(quota.category(), what));
  }

  /// Seeds and accepted prompts as the plan wants them, seeds standing in for what is not there
  /// yet; of the kind that is asked for where there are seeds of it, since others would mislead.
  private List<Prompt> examples(@Nullable Taxon taxon, Dice dice) {
    Examples wanted = plan.examples();
    List<Prompt> generated = dice.sample(ofKind(taxon, accepted), wanted.generated());
    int seedsToo = wanted.seeds() + wanted.generated() - generated.size();
    List<Prompt> fitting = ofKind(taxon, seeds);
    List<Prompt> shown =
        new ArrayList<>(dice.sample(fitting.isEmpty() ? seeds : fitting, seedsToo));
    shown.addAll(generated);
    return dice.sample(shown, shown.size());
  }

  private static List<Prompt> ofKind(@Nullable Taxon taxon, List<Prompt> prompts) {
    return taxon == null
        ? prompts
        : prompts.stream().filter(each -> taxon.kind().label().equals(each.kind())).toList();
  }

  void proposed() {
    proposed++;
  }

  void accept(Prompt prompt) {
    accepted.add(prompt);
  }

  /// Notes whether the round that it had draws in brought anything.
  void endRound() {
    barrenRounds = accepted.size() > acceptedBefore ? 0 : barrenRounds + 1;
    acceptedBefore = accepted.size();
  }

  FamilyReport report() {
    return new FamilyReport(quota, proposed, accepted.size(), isStalled());
  }
}
