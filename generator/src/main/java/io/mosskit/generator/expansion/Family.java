package io.mosskit.generator.expansion;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.ExpansionPlan.Examples;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.prompt.Persona;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import java.util.ArrayList;
import java.util.List;

/// The prompts of one category in one language while they grow.
final class Family {

  private final Quota quota;
  private final ExpansionPlan plan;
  private final SafetyPlan safety;
  private final PluginPlan.Shares shares;
  private final List<Prompt> seeds;
  private final List<Persona> personas;
  private final List<Prompt> accepted = new ArrayList<>();
  private int acceptedBefore;
  private int barrenRounds;
  private long proposed;

  Family(Quota quota, GenerationPlan plan, List<Prompt> seeds, List<Persona> personas) {
    this.quota = quota;
    this.plan = plan.expansion();
    this.safety = plan.safety();
    this.shares = plan.dialogues().plugins().shares();
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
      draws.add(new Draw(quota, round, number, brief, examples(brief, dice)));
    }
    return draws;
  }

  private Brief brief(int round, int number, long runSeed) {
    Dice place = Dice.of(runSeed, "taxon", quota.name(), round, number);
    Dice who = Dice.of(runSeed, "persona", quota.name(), round, number);
    boolean named = who.share() < plan.personas().share();
    List<Persona> drawn = who.sample(personas, named ? 1 : 0);
    Dice what = Dice.of(runSeed, "constraints", quota.name(), round, number);
    Dice how = Dice.of(runSeed, "circumstance", quota.name(), round, number);
    return new Brief(
        safety.taxon(quota.category(), place).orElse(null),
        drawn.isEmpty() ? null : drawn.getFirst(),
        Constraints.draw(quota.category(), what),
        circumstance(how));
  }

  private Circumstance circumstance(Dice dice) {
    if (!Category.PLUGIN.contains(quota.category())) {
      return Circumstance.ANSWERED;
    }
    double share = dice.share();
    if (share < shares.unneeded()) {
      return Circumstance.UNNEEDED;
    }
    return share < shares.unneeded() + shares.fails() ? Circumstance.FAILS : Circumstance.ANSWERED;
  }

  /// Seeds and accepted prompts as the plan wants them, seeds standing in for what is not there
  /// yet; of the kind that is asked for where there are seeds of it, since others would mislead.
  private List<Prompt> examples(Brief wish, Dice dice) {
    Examples wanted = plan.examples();
    List<Prompt> generated = dice.sample(ofKind(wish, accepted), wanted.generated());
    int seedsToo = wanted.seeds() + wanted.generated() - generated.size();
    List<Prompt> fitting = ofKind(wish, seeds);
    List<Prompt> shown =
        new ArrayList<>(dice.sample(fitting.isEmpty() ? seeds : fitting, seedsToo));
    shown.addAll(generated);
    return dice.sample(shown, shown.size());
  }

  private static List<Prompt> ofKind(Brief wish, List<Prompt> prompts) {
    Taxon taxon = wish.taxon();
    return prompts.stream()
        .filter(each -> taxon == null || taxon.kind().label().equals(each.kind()))
        .filter(each -> each.circumstance() == wish.circumstance())
        .toList();
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
