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
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Tells what a changed plan means for a run that is there.
final class Changes {

  /// What the names of parameters begin with that are quotas.
  private static final String QUOTA = "quota ";

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
    for (Category category : Category.values()) {
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
  /// no last start. All quotas that differ are one change.
  List<Change> between(SortedMap<String, String> former, SequencedMap<String, String> parameters) {
    List<Change> changes = new ArrayList<>();
    if (former.isEmpty()) {
      return changes;
    }
    SequencedMap<String, String> names = new LinkedHashMap<>(parameters);
    former.forEach(names::putIfAbsent);
    List<Change> quotas = new ArrayList<>();
    for (String name : names.keySet()) {
      String before = former.getOrDefault(name, "");
      String now = parameters.getOrDefault(name, "");
      if (!before.equals(now)) {
        boolean isQuota = name.startsWith(QUOTA);
        (isQuota ? quotas : changes).add(new Change(name, before, now, consequence(name, now)));
      }
    }
    if (!quotas.isEmpty()) {
      changes.add(quotas(quotas));
    }
    return changes;
  }

  private static Change quotas(List<Change> quotas) {
    List<String> before = new ArrayList<>();
    List<String> now = new ArrayList<>();
    long more = 0;
    long fewer = 0;
    for (Change quota : quotas) {
      String family = quota.parameter().substring(QUOTA.length());
      long was = quota.before().isEmpty() ? 0 : Long.parseLong(quota.before());
      long is = quota.now().isEmpty() ? 0 : Long.parseLong(quota.now());
      before.add(family + " " + was);
      now.add(family + " " + is);
      more += Math.max(0, is - was);
      fewer += Math.max(0, was - is);
    }
    List<String> consequences = new ArrayList<>();
    if (more > 0) {
      consequences.add(prompts(more) + " more");
    }
    if (fewer > 0) {
      consequences.add(prompts(fewer) + " fewer");
    }
    consequences.add(AS_BEFORE + ", and what no longer counts stays in run.db");
    return new Change(
        "quotas",
        String.join(", ", before),
        String.join(", ", now),
        String.join("; ", consequences));
  }

  private static String prompts(long number) {
    return counted(number) + (number == 1 ? " prompt" : " prompts");
  }

  private String consequence(String name, String now) {
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
    return Stream.of(Category.values()).anyMatch(category -> concerns(name, category));
  }

  private boolean concerns(String name, Category category) {
    return plan.parameters(category).containsKey(name);
  }

  private String dialogues(String name) {
    long anew = 0;
    for (Category category : Category.values()) {
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
