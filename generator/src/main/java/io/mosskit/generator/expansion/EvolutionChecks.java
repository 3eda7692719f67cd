package io.mosskit.generator.expansion;

import io.mosskit.generator.expansion.PromptChecks.Finding;
import io.mosskit.generator.novelty.NoveltyGate;
import io.mosskit.generator.plan.EvolutionPlan;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be told of an evolved prompt from itself and its parent: those rules of Evol-Instruct's
/// elimination that need no model.
final class EvolutionChecks {

  /// So many units of a deepened prompt must be its own.
  private static final int LEAST_ADDED = 5;

  /// Our own words for the two prompts, which only an answer that talks about its task contains.
  private static final Pattern LEAK =
      Pattern.compile(
          "(?i)[#*]*\\b(?:given|rewritten|evolved|created|original|new)[ _-]+prompts?\\b"
              + "|\\b(?:given|rewritten|evolved) +message\\b"
              + "|(?:给定|所给|改写后?|重写后?|演化后?|进化后?|新生成)的?(?:提示词?|消息|指令|问题|prompt)"
              + "|原始?的?提示词?");

  private static final Pattern APOLOGY =
      Pattern.compile(
          "(?i)^\\W*(?:I['’]?m |I am )?(?:very |so |really )?sorry\\b|^\\W*I (?:apologi[sz]e|can(?:no|['’])t)\\b"
              + "|^\\W*As an AI\\b|^[^\\p{IsHan}]*(?:很|非常|十分)?(?:抱歉|对不起)"
              + "|^[^\\p{IsHan}]*作为(?:一个|一名)?(?:AI|人工智能)");

  private static final Set<String> STOP_WORDS =
      Set.of(
          "the", "a", "an", "of", "to", "and", "or", "in", "on", "for", "is", "are", "it", "this",
          "that", "i", "you", "me", "my", "please", "do", "的", "了", "是", "我", "你", "您", "在", "和",
          "有", "就", "都", "这", "那", "吗", "呢", "吧", "啊", "请", "把", "个", "一");

  private final ExpansionPlan plan;

  EvolutionChecks(ExpansionPlan plan) {
    this.plan = plan;
  }

  /// How an evolved prompt stands to its parent.
  ///
  /// @param similarity their ROUGE-L F1
  /// @param added how many of its units are not in their longest common subsequence
  /// @param grown how many units more than its parent it has
  record Step(double similarity, int added, int grown) {

    static Step of(String parent, String child) {
      NoveltyGate gate = new NoveltyGate(1);
      gate.add("parent", parent);
      double similarity = gate.judge(child).score();
      int before = Units.of(parent).size();
      int after = Units.of(child).size();
      long common = Math.round(similarity * (before + after) / 2);
      return new Step(similarity, (int) (after - common), after - before);
    }

    Json.Obj json() {
      return Json.object()
          .put("rouge_l_with_parent", similarity)
          .put("added", added)
          .put("grown", grown)
          .build();
    }
  }

  /// What is wrong with an evolved prompt and what exactly was found; empty where nothing is.
  Optional<Finding> fault(Evolve evolve, String text, Step step) {
    return new PromptChecks(plan.admission(), evolve.parent().language(), List.of())
        .fault(text)
        .or(() -> leak(evolve.parent().text(), text))
        .or(() -> emptiness(evolve.parent().text(), text))
        .or(() -> step(evolve, step));
  }

  private static Optional<Finding> leak(String parent, String text) {
    Matcher leak = LEAK.matcher(text);
    return leak.find() && !parent.contains(leak.group())
        ? found(PromptFault.LEAKED_INSTRUCTION, "it holds \"" + leak.group() + "\"")
        : Optional.empty();
  }

  private static Optional<Finding> emptiness(String parent, String text) {
    Matcher apology = APOLOGY.matcher(text);
    if (apology.find() && !APOLOGY.matcher(parent).find()) {
      return found(PromptFault.DECLINED, "it begins with \"" + apology.group().strip() + "\"");
    }
    return STOP_WORDS.containsAll(Units.of(text))
        ? found(PromptFault.SAYS_NOTHING, "it holds nothing but stop words")
        : Optional.empty();
  }

  private Optional<Finding> step(Evolve evolve, Step step) {
    EvolutionPlan evolution = plan.evolution();
    if (evolve.inDepth() && step.added < LEAST_ADDED) {
      return found(
          PromptFault.UNCHANGED,
          "%d units are its own, at least %d are wanted".formatted(step.added, LEAST_ADDED));
    }
    if (step.grown > evolution.maxGrowth()) {
      return found(
          PromptFault.GROWN_TOO_MUCH,
          "%d units more than its parent, at most %d are allowed"
              .formatted(step.grown, evolution.maxGrowth()));
    }
    return Optional.empty();
  }

  private static Optional<Finding> found(PromptFault fault, String detail) {
    return Optional.of(new Finding(fault, detail));
  }
}
