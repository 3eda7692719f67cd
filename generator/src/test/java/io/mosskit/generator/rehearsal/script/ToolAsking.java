package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Asks a script the tasks of dialogues that call plugins, and executes what it calls.
final class ToolAsking {

  private static final List<String> INVENTED = invented(Books.read());
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final String ALL =
      "Search(query); Calculate(expression); Solve(equation); Text2Image(description)";

  /// The plugins of this project, with stand-ins for those that need documents or a painter.
  private static final Plugins PLUGINS = Plugins.of(plugins());

  private final Script script;

  ToolAsking(Script script) {
    this.script = script;
  }

  private static List<String> invented(Books books) {
    List<String> heads = new ArrayList<>(books.chinese().lists().get("name.head"));
    heads.addAll(books.english().lists().get("name.head"));
    return heads;
  }

  private static List<Plugin> plugins() {
    List<Plugin> plugins = new ArrayList<>();
    for (Plugin plugin : Plugins.installed().all()) {
      if (!plugin.name().equals("Search") && !plugin.name().equals("Text2Image")) {
        plugins.add(plugin);
      }
    }
    plugins.add(new Shelf());
    plugins.add(new Easel());
    return plugins;
  }

  Answer answer(String request) {
    try {
      return script.answer(List.of(new Message(Role.USER, request)), request, Integer.MAX_VALUE);
    } catch (Script.UnreadableTask e) {
      throw new AssertionError(request, e);
    }
  }

  static Json.Obj json(Answer answer) {
    try {
      return (Json.Obj) Json.parse(answer.content());
    } catch (JsonException e) {
      throw new AssertionError(answer.content(), e);
    }
  }

  List<String> prompts(Category category, Language language, Circumstance circumstance, int draw) {
    String request =
        """
        Task: expand-prompts
        Category: %s
        Language: %s
        Number: 10
        Circumstance: %s
        Draw: %d

        Write ten new messages.\
        """
            .formatted(category.label(), language.label(), circumstance.label(), draw);
    List<String> prompts = new ArrayList<>();
    for (Json prompt : ((Json.Arr) json(answer(request)).get("prompts")).elements()) {
      prompts.add(((Json.Str) prompt).value());
    }
    return prompts;
  }

  static String callsRequest(Category category, Language language, String need, String... said) {
    return callsWith(category, language, ALL, need, said);
  }

  static String callsWith(
      Category category, Language language, String plugins, String need, String... said) {
    return """
    Task: plugin-calls
    Category: %s
    Language: %s
    Turn: %d
    Plugins: %s
    Need: %s

    Decide what to call, as {"thoughts": "…", "calls": []}.
    %s\
    """
        .formatted(
            category.label(),
            language.label(),
            said.length / 2 + 1,
            plugins,
            need,
            dialogue(language, said));
  }

  private static String dialogue(Language language, String... said) {
    boolean chinese = language == Language.ZH;
    StringBuilder text = new StringBuilder(chinese ? "到目前为止的对话：\n" : "The dialogue so far:\n");
    for (int i = 0; i < said.length; i++) {
      String speaker = i % 2 == 0 ? chinese ? "用户：" : "User: " : chinese ? "助手：" : "Assistant: ";
      text.append(speaker).append(said[i]).append("\n\n");
    }
    return text.toString().strip();
  }

  List<PluginCall> calls(Category category, Language language, String... said) {
    Json.Obj answer = json(answer(callsRequest(category, language, "call", said)));
    List<PluginCall> calls = new ArrayList<>();
    for (Json call : ((Json.Arr) answer.get("calls")).elements()) {
      Json.Obj one = (Json.Obj) call;
      calls.add(new PluginCall(one.string("plugin"), one.string("argument")));
    }
    return calls;
  }

  static Round execute(List<PluginCall> calls) {
    return Round.of(calls, PLUGINS, Limits.DEFAULT, CLOCK);
  }

  static String standing(Round round) {
    return round.executions().isEmpty()
        ? "unneeded"
        : round.succeeded() ? "answered" : round.failed() ? "failed" : "partly";
  }

  /// The request for a reply, its results numbered as a dialogue's blocks are.
  static String replyRequest(
      Category category, Language language, String standing, Round round, String... said) {
    return """
    Task: plugin-reply
    Category: %s
    Language: %s
    Turn: %d
    Outcome: %s

    Write the reply.
    %s
    %s
    %s\
    """
        .formatted(
            category.label(),
            language.label(),
            said.length / 2 + 1,
            standing,
            dialogue(language, said),
            language == Language.ZH ? "插件的结果：" : "The results:",
            lines(round));
  }

  private static String lines(Round round) {
    return switch (round.results()) {
      case Results.Blocks(List<Block> blocks) -> lines(blocks);
      case Results.Inline(String text) -> {
        PluginCall call = round.executions().getFirst().block().call();
        yield "[1] %s => %s".formatted(call, text);
      }
      case Results.None _, Results.Malformed _ -> "";
    };
  }

  private static String lines(List<Block> blocks) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<Integer> numbers = block.numbers();
      if (numbers.isEmpty()) {
        String text = block.text().replace("\n", "; ");
        lines.add("[%d] %s => %s".formatted(i + 1, block.call(), text));
      }
      for (int n = 0; n < numbers.size(); n++) {
        String text = block.text().lines().toList().get(n).replaceFirst("<\\|\\d+\\|>: ", "");
        lines.add("[%d] %s => %s".formatted(numbers.get(n), block.call(), text));
      }
    }
    return String.join("\n", lines);
  }

  String reply(Category category, Language language, Round round, String... said) {
    return answer(replyRequest(category, language, standing(round), round, said)).content();
  }

  /// Two notes on everything but what was invented.
  private static final class Shelf implements Plugin {

    @Override
    public String name() {
      return "Search";
    }

    @Override
    public String apiLine() {
      return "Search(query)";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Outcome execute(String argument, Limits limits) {
      return INVENTED.stream().noneMatch(argument::startsWith)
          ? new Outcome.Result(
              "<|1|>: '"
                  + argument.replace("'", "")
                  + " is known since 1869. It measures 193 units. And the rest was cut'\n"
                  + "<|2|>: '关于"
                  + argument.replace("'", "")
                  + "，资料记载是1742年。另一处写作25公里。'")
          : new Outcome.Failure(Outcome.Reason.NOTHING_FOUND, "nothing about " + argument);
    }

    @Override
    public Block block(String argument, Outcome outcome) {
      return new Block(new PluginCall(name(), argument), outcome.printed(), false);
    }
  }

  /// A painter whose pictures always succeed.
  private static final class Easel implements Plugin {

    @Override
    public String name() {
      return "Text2Image";
    }

    @Override
    public String apiLine() {
      return "Text2Image(description)";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Outcome execute(String argument, Limits limits) {
      return new Outcome.Result("Image generated successfully.");
    }
  }
}
