package io.mosskit.generator;

import io.mosskit.generator.dialogue.Dialogues;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.store.Stock;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells what a changed plan means for a run that is there.
final class Changes {

  private static final String AS_BEFORE = "what is asked as before is answered from the journal";

  private final GenerationPlan plan;
  private final Stock stock;

  /// @param stock what is there, for [#settings] of the plan
  Changes(GenerationPlan plan, Stock stock) {
    this.plan = plan;
    this.stock = stock;
  }

  /// What dialogues depend on in a plan, by the family that they are counted under.
  static SequencedMap<String, String> settings(GenerationPlan plan) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (Category category : Quota.CATEGORIES) {
      for (Language language : Quota.LANGUAGES) {
        settings.put(family(category, language), Dialogues.settings(plan, category));
      }
    }
    return settings;
  }

  private static String family(Category category, Language language) {
    return category.label() + " " + language.label();
  }

  /// The changes from the parameters of the last start to those of this one; none where there was
  /// no last start.
  List<Change> between(SortedMap<String, String> former, SequencedMap<String, String> parameters) {
    List<Change> changes = new ArrayList<>();
    if (former.isEmpty()) {
      return changes;
    }
    SortedMap<String, String> dropped = new TreeMap<>(former);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String before = Objects.requireNonNullElse(dropped.remove(parameter.getKey()), "");
      if (!before.equals(parameter.getValue())) {
        changes.add(change(parameter.getKey(), before, parameter.getValue()));
      }
    }
    dropped.forEach((name, before) -> changes.add(change(name, before, "")));
    return changes;
  }

  private Change change(String name, String before, String now) {
    return new Change(name, before, now, consequence(name, before, now));
  }

  private String consequence(String name, String before, String now) {
    if (name.startsWith("quota ")) {
      return quota(number(before), number(now));
    }
    return switch (name) {
      case "random seed" ->
          "all is asked anew, because the id of every request follows from it; "
              + counted(stock.allAnswers())
              + " answers stay in the journal";
      case "teachers" -> teachers();
      case "dialogues from seeds" ->
          Boolean.parseBoolean(now)
              ? "dialogues on the seeds are held too; nothing else changes"
              : "dialogues on the seeds no longer count; they stay in run.db";
      default -> isOfDialogues(name) ? dialogues(name) : prompts();
    };
  }

  private static long number(String quota) {
    return quota.isEmpty() ? 0 : Long.parseLong(quota);
  }

  private static String quota(long before, long now) {
    return now > before
        ? prompts(now - before) + " more; " + AS_BEFORE
        : prompts(before - now) + " fewer; what no longer counts stays in run.db";
  }

  private static String prompts(long number) {
    return counted(number) + (number == 1 ? " prompt" : " prompts");
  }

  private String teachers() {
    long usable = 0;
    for (TeacherPlan teacher : plan.teachers()) {
      usable += stock.answers().getOrDefault(teacher.name(), 0L);
    }
    String all = counted(stock.allAnswers());
    return usable == 0
        ? "all is asked anew; " + all + " answers stay in the journal"
        : "what falls to another teacher than before is asked anew; %s of %s answers are of teachers who are still asked"
            .formatted(counted(usable), all);
  }

  private boolean isOfDialogues(String name) {
    return Quota.CATEGORIES.stream().anyMatch(category -> concerns(name, category));
  }

  private boolean concerns(String name, Category category) {
    return plan.dialogues().parameters(category).containsKey(name);
  }

  private String dialogues(String name) {
    long anew = 0;
    for (Category category : Quota.CATEGORIES) {
      for (Language language : Quota.LANGUAGES) {
        if (concerns(name, category)) {
          anew += stock.dialogues().getOrDefault(family(category, language), 0L);
        }
      }
    }
    return "%s dialogues are held anew, %s answers stay in the journal; the prompts are reused"
        .formatted(counted(anew), counted(stock.allAnswers()));
  }

  /// Whatever else changes may change a prompt, and a prompt the dialogue that it opens.
  private String prompts() {
    return "prompts are made anew, and dialogues on those that differ; %s answers stay in the journal, and "
            .formatted(counted(stock.allAnswers()))
        + AS_BEFORE;
  }

  private static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
