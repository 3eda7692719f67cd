package io.mosskit.generator.testing;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Small plans on seeds of their own.
public final class Plans {

  private static final List<String> EN =
      List.of(
          "How do I remove a red wine stain from a white shirt?",
          "Write a letter to my landlord about the broken heater.",
          "Explain recursion to a child of ten.",
          "Suggest five names for a small bakery by the sea.",
          "Pretend to be a lighthouse keeper in 1890.",
          "What can I cook with rice, eggs and two tomatoes?",
          "Is it rude to leave a wedding early?",
          "Help me plan a weekend in the mountains without a car.");

  private static final List<String> ZH =
      List.of(
          "白衬衫上洒了红酒怎么洗掉？",
          "帮我给房东写封信，说暖气坏了。",
          "给十岁的孩子讲讲什么是递归。",
          "给海边的小面包店起五个名字。",
          "你来扮演一八九〇年的灯塔看守人。",
          "只有米饭、鸡蛋和两个番茄能做什么菜？",
          "婚礼中途离开失礼吗？",
          "没有车，周末去山里玩怎么安排？");

  private static final String TEACHER = "pure-teacher";

  private Plans() {}

  /// A model as the one teacher of these plans.
  public static Map<String, ChatModel> teacher(ChatModel model) {
    return Map.of(TEACHER, model);
  }

  /// Writes seeds of a category in both languages.
  public static SeedFile seeds(Path folder, Category category) throws IOException {
    List<String> lines = new ArrayList<>();
    for (List<String> texts : List.of(ZH, EN)) {
      for (String text : texts) {
        lines.add(Json.object().put("user_prompt", text).build().text());
      }
    }
    Path file = folder.resolve("seeds-" + category.label() + ".jsonl");
    Files.write(file, lines);
    return SeedFile.of(file, category);
  }

  /// So many prompts of each category in both languages, and dialogues of two or three turns.
  public static GenerationPlan plan(Path folder, int prompts, Category... categories)
      throws IOException {
    List<SeedFile> seeds = new ArrayList<>();
    List<Quota> quotas = new ArrayList<>();
    DialoguePlan dialogues = DialoguePlan.DEFAULT;
    for (Category category : categories) {
      seeds.add(seeds(folder, category));
      quotas.add(new Quota(category, Language.ZH, prompts));
      quotas.add(new Quota(category, Language.EN, prompts));
      dialogues = dialogues.withTurns(category, TurnTable.from(2, 1, 1));
    }
    GenerationPlan plan = GenerationPlan.of(seeds, quotas, TEACHER);
    return plan.withDialogues(dialogues)
        .withTeachers(
            plan.teachers().getFirst().withPauses(Duration.ofMillis(1), Duration.ofMillis(2)));
  }
}
