package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.novelty.Novelty;
import io.mosskit.generator.novelty.NoveltyGate;
import io.mosskit.generator.plan.ExpansionPlan.Admission;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The accepted prompts of a run, the gate that knows them all, and everything that was refused.
/// Not thread-safe.
final class Pool {

  private final Admission admission;
  private final NoveltyGate gate;
  private final List<Prompt> accepted = new ArrayList<>();
  private final List<Rejection> refused = new ArrayList<>();
  private final List<Rejection> fruitless = new ArrayList<>();

  Pool(Admission admission, List<Prompt> seeds) {
    this.admission = admission;
    this.gate = new NoveltyGate(admission.maxRougeL());
    seeds.forEach(seed -> gate.add(seed.id(), seed.text()));
  }

  /// Whether a text is new among the seeds and all prompts that were ever accepted, save these.
  Novelty novelty(String text, Set<String> except) {
    return gate.judge(text, except);
  }

  void accept(Prompt prompt) {
    gate.add(prompt.id(), prompt.text());
    accepted.add(prompt);
  }

  /// Puts an evolved prompt into its parent's place. The gate goes on knowing the parent.
  void replace(String stage, Prompt parent, Prompt child) {
    gate.add(child.id(), child.text());
    accepted.set(accepted.indexOf(parent), child);
    Json.Obj values = Json.object().put("kept", child.id()).build();
    refuse(stage, parent, PromptFault.EVOLVED, child.id() + " has its place", values);
  }

  void refuse(String stage, Prompt prompt, PromptFault fault, String detail, Json.Obj values) {
    refused.add(new Rejection(stage, fault.label(), detail, values, null, prompt.json()));
  }

  void refuseAsKnown(String stage, Prompt prompt, Novelty novelty) {
    String detail =
        String.format(
            Locale.ROOT,
            "ROUGE-L F1 %.3f with %s, at most %s is allowed",
            novelty.score(),
            novelty.nearest(),
            admission.maxRougeL());
    refuse(stage, prompt, PromptFault.NOT_NEW, detail, novelty.json());
  }

  /// Notes a request that brought nothing.
  void fruitless(String stage, String key, Outcome.Failed<?> failed) {
    Json record =
        Json.object()
            .put("request", key)
            .put("tries", Json.of(failed.tries().stream().map(Try::json).toList()))
            .build();
    fruitless.add(
        new Rejection(stage, failed.reason(), failed.detail(), Json.Obj.EMPTY, null, record));
  }

  List<Prompt> accepted() {
    return accepted;
  }

  List<Rejection> refused() {
    return refused;
  }

  List<Rejection> fruitless() {
    return fruitless;
  }
}
