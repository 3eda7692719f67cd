package io.mosskit.generator.testing;

import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A teacher whose reply is a function of the request and of nothing else. It makes the mistakes
/// that real ones make: broken JSON, code fences, copies, cut and empty replies, other vendors'
/// names, the wrong language.
public final class PureTeacher implements ChatModel {

  private static final List<String> EN =
      List.of(
          "river", "garden", "teacher", "window", "train", "bread", "winter", "letter", "market",
          "bridge", "music", "doctor", "island", "paper", "coffee", "planet", "school", "forest",
          "budget", "engine", "morning", "castle", "painter", "harbour", "recipe", "ticket",
          "village", "lesson", "pocket", "signal", "story", "thunder", "number", "orange");

  private static final String ZH = "春夏秋冬山河湖海花草树木鸟兽虫鱼书画琴棋诗词歌舞城乡村镇桥路灯船茶酒米面医药针线风雨雪月星云早晚朝夕老少男女师友";

  /// How many in a hundred answers are spoilt.
  private final int spoilt;

  public PureTeacher(int spoilt) {
    this.spoilt = spoilt;
  }

  @Override
  public ChatReply reply(ChatRequest request) {
    Random random = new Random(mix(request));
    String first = request.messages().getFirst().content();
    boolean spoil = random.nextInt(100) < spoilt;
    if (first.startsWith("Task: expand-prompts")) {
      return answer(prompts(first, spoil, random), Finish.STOP);
    }
    if (first.startsWith("Task: evolve-prompt")) {
      return answer(evolved(first, spoil, random), Finish.STOP);
    }
    if (first.startsWith("Task: user-turn")) {
      String text = sentence(header(first, "Language"), random);
      Json.Obj json = Json.object().put("user", text).build();
      return answer(spoil ? "I would say: " + text : json.text(), Finish.STOP);
    }
    return reply(request, spoil, random);
  }

  private static ChatReply reply(ChatRequest request, boolean spoil, Random random) {
    String user =
        request.messages().stream()
            .filter(message -> message.role() == Role.USER)
            .reduce((_, last) -> last)
            .orElseThrow()
            .content();
    boolean chinese = user.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
    String text = sentence(chinese ? "zh" : "en", random) + sentence(chinese ? "zh" : "en", random);
    if (!spoil) {
      return answer(text, Finish.STOP);
    }
    return switch (random.nextInt(5)) {
      case 0 -> answer("  ", Finish.STOP);
      case 1 -> answer(text, Finish.LENGTH);
      case 2 -> answer(chinese ? "我是ChatGPT。" + text : "I am ChatGPT. " + text, Finish.STOP);
      case 3 -> answer(text + "<eom>", Finish.STOP);
      default -> answer(sentence(chinese ? "en" : "zh", random), Finish.STOP);
    };
  }

  private static String prompts(String instruction, boolean spoil, Random random) {
    String language = header(instruction, "Language");
    int number = Integer.parseInt(header(instruction, "Number"));
    String example = instruction.substring(instruction.lastIndexOf("\n1. ") + 4).split("\n", 2)[0];
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      prompts.add(
          switch (random.nextInt(8)) {
            case 0 -> example;
            case 1 -> example + (language.equals("zh") ? "好吗？" : " please");
            case 2 -> sentence(language.equals("zh") ? "en" : "zh", random);
            default -> sentence(language, random);
          });
    }
    String json = Json.object().put("prompts", prompts).build().text();
    if (spoil) {
      return random.nextBoolean() ? json.substring(0, json.length() / 2) : "{\"prompts\": 5}";
    }
    return random.nextInt(3) == 0 ? "```json\n" + json + "\n```" : json;
  }

  private static String evolved(String instruction, boolean spoil, Random random) {
    String language = header(instruction, "Language");
    String parent = instruction.substring(instruction.lastIndexOf("\n\n") + 2).split("\n", 2)[1];
    String added = " " + sentence(language, random);
    String text =
        switch (random.nextInt(8)) {
          case 0 -> parent;
          case 1 -> (language.equals("zh") ? "改写后的提示：" : "The rewritten prompt: ") + parent + added;
          case 2 -> language.equals("zh") ? "抱歉，我做不到。" : "I'm sorry, but I can't do that.";
          case 3 -> parent + added.repeat(20);
          default -> header(instruction, "Operation").equals("breadth") ? added : parent + added;
        };
    return spoil ? text : Json.object().put("prompt", text).build().text();
  }

  private static String sentence(String language, Random random) {
    StringBuilder text = new StringBuilder();
    if (language.equals("zh")) {
      for (int i = 8 + random.nextInt(12); i > 0; i--) {
        text.append(ZH.charAt(random.nextInt(ZH.length())));
      }
      return text.append('。').toString();
    }
    for (int i = 6 + random.nextInt(8); i > 0; i--) {
      text.append(EN.get(random.nextInt(EN.size()))).append(i == 1 ? ". " : " ");
    }
    return text.toString();
  }

  private static String header(String instruction, String name) {
    return instruction
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 2);
  }

  /// Everything that a server reads of a request, as one number; not its id.
  private static long mix(ChatRequest request) {
    long mixed = request.sampling().seed();
    for (ChatRequest.Message message : request.messages()) {
      mixed = 31 * mixed + message.content().hashCode();
    }
    return mixed;
  }

  private static ChatReply answer(String text, Finish finish) {
    return new ChatReply(text, finish, 100, text.length(), "pure-teacher");
  }
}
