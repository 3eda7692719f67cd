package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a request asks for from its messages.
final class TaskReader {

  private static final Pattern HEADER = Pattern.compile("([A-Za-z-]+):\\s*(.*)");
  private static final int MOST_PROMPTS = 100;
  private static final List<Category> TAUGHT = List.of(Category.HARMLESS, Category.HONEST);
  private static final List<String> OPERATIONS =
      List.of("deepen", "constrain", "concretise", "reasoning", "breadth");

  /// The line after which the message to evolve stands.
  private static final Pattern MESSAGE = Pattern.compile("(?m)^(?:The message:|这条消息是：)$");

  private TaskReader() {}

  static Task read(List<Message> messages) {
    String last = "";
    Map<String, String> guide = Map.of();
    for (Message message : messages) {
      last = message.role() == Role.USER ? message.content() : last;
      Map<String, String> system =
          message.role() == Role.SYSTEM ? headers(message.content()) : Map.of();
      guide = system.isEmpty() ? guide : system;
    }
    Map<String, String> headers = headers(last);
    String task = headers.getOrDefault("task", "");
    return switch (task) {
      case "expand-prompts" -> expand(headers);
      case "evolve-prompt" -> evolve(headers, body(last));
      case "user-turn" -> userTurn(headers, body(last));
      case "judge" -> judge(headers, body(last));
      case "compare" -> compare(headers, body(last));
      case "plugin-calls" -> ToolTasks.calls(headers, body(last));
      case "plugin-reply" -> ToolTasks.reply(headers, body(last));
      default -> reply(Talk.of(messages), guide);
    };
  }

  /// The replies between their marks; what stands before them is taken for the user's words.
  private static Task compare(Map<String, String> headers, String body) {
    Optional<Language> language = language(headers);
    int first = body.indexOf("\n[Reply A]\n");
    int second = body.indexOf("\n[Reply B]\n", Math.max(0, first));
    int end = body.lastIndexOf("\n[End]");
    int talk = body.indexOf("[Conversation]\n");
    if (language.isEmpty() || talk < 0 || first < talk || second < first || end < second) {
      return new Task.Unreadable(
          "expected Language and the marks [Conversation], [Reply A], [Reply B] and [End]");
    }
    Message user =
        new Message(Role.USER, body.substring(talk + "[Conversation]\n".length(), first).strip());
    int mark = "\n[Reply A]\n".length();
    String left = body.substring(first + mark, second).strip();
    String right = body.substring(second + mark, end).strip();
    return new Task.Compare(
        language.get(),
        Talk.of(List.of(user, new Message(Role.ASSISTANT, left))),
        Talk.of(List.of(user, new Message(Role.ASSISTANT, right))));
  }

  private static Task reply(Talk talk, Map<String, String> guide) {
    if (guide.isEmpty()) {
      return new Task.Reply(talk, Guide.NONE);
    }
    String kind = guide.getOrDefault("kind", "");
    Optional<Taxon> taxon =
        TAUGHT.stream()
            .flatMap(category -> Taxon.of(category, kind, guide.get("risk")).stream())
            .findFirst();
    return taxon.isEmpty()
        ? unreadable("Kind", guide, "a kind such as harmful-request")
        : new Task.Reply(talk, new Guide(taxon.get(), Grade.named(grade(guide)).orElse(null)));
  }

  private static String grade(Map<String, String> guide) {
    return guide.getOrDefault("grade", "");
  }

  /// The lines `Key: value` at the beginning of a text, if the first of them is `Task`.
  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.strip().lines().toList()) {
      Matcher header = HEADER.matcher(line.strip());
      if (!header.matches()) {
        break;
      }
      headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
    }
    boolean announced = headers.keySet().stream().findFirst().filter("task"::equals).isPresent();
    return announced ? headers : Map.of();
  }

  /// What follows the first blank line.
  private static String body(String text) {
    List<String> lines = text.strip().lines().toList();
    int blank = 0;
    while (blank < lines.size() && !lines.get(blank).isBlank()) {
      blank++;
    }
    return String.join("\n", lines.subList(Math.min(blank + 1, lines.size()), lines.size()));
  }

  private static Task expand(Map<String, String> headers) {
    Optional<Category> category = Category.named(headers.getOrDefault("category", ""));
    Optional<Language> language = language(headers);
    String number = headers.getOrDefault("number", "5");
    if (category.isEmpty()) {
      return unreadable("Category", headers, "a label such as writing");
    }
    if (language.isEmpty()) {
      return unreadable("Language", headers, "zh or en");
    }
    if (!number.matches("[1-9][0-9]{0,2}") || Integer.parseInt(number) > MOST_PROMPTS) {
      return unreadable("Number", headers, "a number from 1 to " + MOST_PROMPTS);
    }
    Optional<Taxon> taxon = Taxon.of(category.get(), headers.get("kind"), headers.get("risk"));
    if (headers.containsKey("kind") && taxon.isEmpty()) {
      return unreadable("Kind", headers, "a kind of the category " + category.get().label());
    }
    String named = headers.getOrDefault("circumstance", Circumstance.ANSWERED.label());
    Optional<Circumstance> circumstance = Circumstance.named(named);
    if (circumstance.isEmpty()) {
      return unreadable("Circumstance", headers, "answered, fails or unneeded");
    }
    String constraints = headers.getOrDefault("constraints", "");
    return new Task.ExpandPrompts(
        category.get(),
        taxon.orElse(null),
        circumstance.get(),
        language.get(),
        Integer.parseInt(number),
        headers.getOrDefault("persona", ""),
        constraints.isEmpty() ? List.of() : List.of(constraints.split(",\\s*")));
  }

  private static Task evolve(Map<String, String> headers, String body) {
    Optional<Category> category = Category.named(headers.getOrDefault("category", ""));
    Optional<Language> language = language(headers);
    String operation = headers.getOrDefault("operation", "");
    if (category.isEmpty()) {
      return unreadable("Category", headers, "a label such as writing");
    }
    if (language.isEmpty()) {
      return unreadable("Language", headers, "zh or en");
    }
    if (!OPERATIONS.contains(operation)) {
      return unreadable("Operation", headers, "one of " + OPERATIONS);
    }
    Matcher message = MESSAGE.matcher(body);
    String prompt = message.find() ? body.substring(message.end()).strip() : "";
    return new Task.EvolvePrompt(category.get(), language.get(), operation, prompt);
  }

  private static Task userTurn(Map<String, String> headers, String body) {
    Optional<Language> language = language(headers);
    String label = headers.getOrDefault("intent", "");
    Optional<Intent> intent =
        Arrays.stream(Intent.values()).filter(i -> i.label().equals(label)).findFirst();
    if (language.isEmpty()) {
      return unreadable("Language", headers, "zh or en");
    }
    if (intent.isEmpty()) {
      return unreadable(
          "Intent",
          headers,
          "one of " + Arrays.stream(Intent.values()).map(Intent::label).toList());
    }
    Boolean right = headers.containsKey("right") ? "yes".equals(headers.get("right")) : null;
    Category category = Category.named(headers.getOrDefault("category", "")).orElse(null);
    return new Task.UserTurn(category, language.get(), intent.get(), right, Talk.parse(body));
  }

  private static Task judge(Map<String, String> headers, String body) {
    Optional<Language> language = language(headers);
    return language.isEmpty()
        ? unreadable("Language", headers, "zh or en")
        : new Task.Judge(language.get(), Talk.parse(body));
  }

  static Optional<Language> language(Map<String, String> headers) {
    return switch (headers.getOrDefault("language", "")) {
      case "zh" -> Optional.of(Language.ZH);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  static Task unreadable(String key, Map<String, String> headers, String expected) {
    String found = headers.getOrDefault(key.toLowerCase(Locale.ROOT), "");
    return new Task.Unreadable(
        "the header %s is \"%s\"; expected %s".formatted(key, found, expected));
  }
}
