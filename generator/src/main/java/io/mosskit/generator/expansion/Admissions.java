package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.novelty.Novelty;
import io.mosskit.generator.plan.ExpansionPlan.Admission;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.Seeds;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.progress.Progress.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What is drawn and what is accepted, decided from answers alone. Not thread-safe.
final class Admissions {

  /// The stage that reports refused prompts.
  private static final String STAGE = "expand-prompts";

  private final GenerationPlan plan;
  private final Pool pool;
  private final SequencedMap<Quota, Family> families = new LinkedHashMap<>();

  /// @throws GenerationException where a quota asks for what there is no seed of
  Admissions(GenerationPlan plan, Seeds seeds, Pool pool) throws GenerationException {
    this.plan = plan;
    this.pool = pool;
    List<Quota> quotas = new ArrayList<>(plan.quotas());
    quotas.sort(Comparator.comparing(Quota::category).thenComparing(Quota::language));
    for (Quota quota : quotas) {
      List<Prompt> own = seeds.of(quota.category(), quota.language());
      if (own.isEmpty()) {
        throw new GenerationException(
            Kind.NO_SEEDS,
            "the quota for %s has no seed to begin with; add seeds of that kind, or leave it out"
                .formatted(quota.name()));
      }
      families.put(quota, new Family(quota, plan, own, seeds.personas(quota.language())));
    }
  }

  /// The requests of a round; none where every family is full or stalled.
  List<Draw> draws(int round) {
    List<Draw> draws = new ArrayList<>();
    for (Family family : families.values()) {
      draws.addAll(family.draws(round, plan.randomSeed()));
    }
    return draws;
  }

  /// Whether there are so many prompts, and an equal share of them in each family that can have it.
  boolean have(int enough) {
    int share = Math.ceilDiv(enough, Math.max(1, families.size()));
    return pool.accepted().size() >= enough
        && families.values().stream().allMatch(family -> family.hasOrCannotHave(share));
  }

  /// Judges the answers of a round in the order of its requests.
  void judge(List<Draw> draws, List<Outcome<List<String>>> answers) {
    for (int i = 0; i < draws.size(); i++) {
      judge(draws.get(i), answers.get(i));
    }
    draws.stream().map(Draw::quota).distinct().map(this::family).forEach(Family::endRound);
  }

  private Family family(Quota quota) {
    return Objects.requireNonNull(families.get(quota));
  }

  private void judge(Draw draw, Outcome<List<String>> answer) {
    switch (answer) {
      case Outcome.Had<List<String>>(List<String> texts, List<Try> tries) -> {
        Admission admission = plan.expansion().admission();
        PromptChecks checks = new PromptChecks(admission, draw.quota().language(), draw.examples());
        for (int i = 0; i < texts.size(); i++) {
          judge(draw, proposal(draw, i, texts.get(i), tries), checks);
        }
      }
      case Outcome.Failed<List<String>> failed -> pool.fruitless(STAGE, draw.key(), failed);
      case Outcome.Missed<List<String>> _ ->
          throw new IllegalArgumentException("a round without all its answers cannot be judged");
    }
  }

  private Prompt proposal(Draw draw, int index, String text, List<Try> tries) {
    Lineage lineage =
        new Lineage(
            draw.examples().stream().filter(Prompt::isSeed).map(Prompt::id).toList(),
            draw.examples().stream().map(Prompt::id).toList(),
            Wording.expandPromptsVersion(),
            tries.getLast().model(),
            tries.stream().map(Try::request).toList(),
            List.of(),
            List.of());
    String id = Ids.of("p", plan.randomSeed(), draw.key(), index);
    return new Prompt(
        id,
        text,
        draw.quota().category(),
        draw.quota().language(),
        draw.kind(),
        draw.risk(),
        draw.licence(),
        draw.brief(),
        lineage);
  }

  private void judge(Draw draw, Prompt prompt, PromptChecks checks) {
    Family family = family(draw.quota());
    family.proposed();
    Optional<PromptChecks.Finding> finding = checks.fault(prompt.text());
    if (finding.isPresent()) {
      pool.refuse(STAGE, prompt, finding.get().fault(), finding.get().detail(), Json.Obj.EMPTY);
      return;
    }
    Novelty novelty = pool.novelty(prompt.text(), Set.of());
    if (!novelty.isNew()) {
      pool.refuseAsKnown(STAGE, prompt, novelty);
    } else if (family.isFull()) {
      String detail = "the quota of " + draw.quota().prompts() + " prompts was full";
      pool.refuse(STAGE, prompt, PromptFault.SURPLUS, detail, novelty.json());
    } else {
      Prompt kept = prompt.and(new Verdict("novelty", "kept", novelty.json()));
      family.accept(kept);
      pool.accept(kept);
    }
  }

  /// How far the quotas are full.
  Step step() {
    long wanted = plan.quotas().stream().mapToLong(Quota::prompts).sum();
    return new Step(
        "prompts",
        pool.accepted().size(),
        wanted,
        "prompts",
        Map.of("refused", (long) pool.refused().size()));
  }

  /// The families in the order of their quotas.
  Collection<Family> families() {
    return families.values();
  }
}
