package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.Standing;
import io.mosskit.generator.rehearsal.script.Task.Told;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the two tasks of a turn that may call plugins: which calls, and what to say of the
/// results.
final class ToolTasks {

  private static final Pattern DIALOGUE =
      Pattern.compile("(?m)^(?:The dialogue so far:|到目前为止的对话：)\\s*$");
  private static final Pattern RESULTS = Pattern.compile("(?m)^(?:The results:|插件的结果：)\\s*$");
  private static final Pattern RESULT =
      Pattern.compile("(?m)^\\[(\\d+|-)] ([A-Za-z]\\w*)\\(\"([^\"\\n]*)\"\\) => ?(.*)$");
  private static final Pattern API = Pattern.compile("([A-Za-z]\\w*)\\s*\\(");

  private ToolTasks() {}

  static Task calls(Map<String, String> headers, String body) {
    Optional<Category> category = category(headers);
    Optional<Language> language = TaskReader.language(headers);
    String need = headers.getOrDefault("need", "call");
    if (category.isEmpty()) {
      return TaskReader.unreadable("Category", headers, "a category whose dialogues call plugins");
    }
    if (language.isEmpty()) {
      return TaskReader.unreadable("Language", headers, "zh or en");
    }
    if (!need.equals("call") && !need.equals("none")) {
      return TaskReader.unreadable("Need", headers, "call or none");
    }
    List<String> plugins =
        API.matcher(headers.getOrDefault("plugins", ""))
            .results()
            .map(api -> api.group(1))
            .toList();
    return new Task.PluginCalls(
        category.get(), language.get(), plugins, need.equals("call"), Talk.parse(dialogue(body)));
  }

  static Task reply(Map<String, String> headers, String body) {
    Optional<Category> category = category(headers);
    Optional<Language> language = TaskReader.language(headers);
    Optional<Standing> standing = standing(headers.getOrDefault("outcome", ""));
    if (category.isEmpty()) {
      return TaskReader.unreadable("Category", headers, "a category whose dialogues call plugins");
    }
    if (language.isEmpty()) {
      return TaskReader.unreadable("Language", headers, "zh or en");
    }
    if (standing.isEmpty()) {
      return TaskReader.unreadable("Outcome", headers, "answered, partly, failed, unneeded or off");
    }
    int end = lastResults(body);
    return new Task.PluginReply(
        category.get(),
        language.get(),
        standing.get(),
        Talk.parse(dialogue(body.substring(0, end))),
        results(body.substring(end)));
  }

  private static Optional<Category> category(Map<String, String> headers) {
    return Category.named(headers.getOrDefault("category", "")).filter(Category.PLUGIN::contains);
  }

  private static Optional<Standing> standing(String label) {
    return Arrays.stream(Standing.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(label))
        .findFirst();
  }

  /// What follows the line that announces the dialogue; all of it where none does.
  private static String dialogue(String body) {
    Matcher announced = DIALOGUE.matcher(body);
    return announced.find() ? body.substring(announced.end()) : body;
  }

  private static int lastResults(String body) {
    return RESULTS.matcher(body).results().mapToInt(MatchResult::start).max().orElse(body.length());
  }

  private static List<Told> results(String lines) {
    List<Told> results = new ArrayList<>();
    Matcher result = RESULT.matcher(lines);
    while (result.find()) {
      PluginCall call = new PluginCall(result.group(2), result.group(3));
      results.add(new Told(number(result.group(1)), call, text(call, result.group(4))));
    }
    return results;
  }

  /// The number of a result; 0 where it is marked as one that is not cited.
  private static int number(String mark) {
    return mark.equals("-") ? 0 : Integer.parseInt(mark);
  }

  /// What a plugin printed; the quotes around a number are those of the results block.
  private static String text(PluginCall call, String printed) {
    String text = printed.strip();
    return call.name().equals("Calculate") && text.matches("'.*'")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
