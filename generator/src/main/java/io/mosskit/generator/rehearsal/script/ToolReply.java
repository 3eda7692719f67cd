package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Frame.Asked;
import io.mosskit.generator.rehearsal.script.Task.PluginReply;
import io.mosskit.generator.rehearsal.script.Task.Told;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a reply that states what the plugins answered and nothing beyond it.
final class ToolReply {

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!])\\s+|(?<=[。？！])");
  private static final Pattern RESULT = Pattern.compile("\\{([0-9])}");
  private static final double FRAMED = 0.7;
  private static final double OPENED = 0.35;
  private static final int TELLING = 2;

  private final PluginReply task;
  private final Book book;
  private final RandomGenerator random;
  private final Asked asked;

  /// The results of each call, in the order in which they were shown.
  private final Map<PluginCall, List<Told>> results = new LinkedHashMap<>();

  ToolReply(PluginReply task, Book book, RandomGenerator random) {
    this.task = task;
    this.book = book;
    this.random = random;
    this.asked = CallFinder.find(task.talk().lastUser(), task.category(), book);
    for (Told told : task.results()) {
      results.computeIfAbsent(told.call(), call -> new ArrayList<>()).add(told);
    }
  }

  String write() {
    return switch (task.standing()) {
      case ANSWERED -> answered();
      case PARTLY -> partly();
      case FAILED -> failed();
      case UNNEEDED -> unneeded();
      case OFF -> off();
    };
  }

  private String answered() {
    if (!results.isEmpty()
        && results.keySet().stream().allMatch(call -> call.name().equals("Text2Image"))) {
      return say("say.picture", Map.of());
    }
    boolean framed = !asked.answer().isEmpty() && fits() && random.nextDouble() < FRAMED;
    String body = framed ? framed() : each();
    String text = book.join(random.nextDouble() < OPENED ? say("say.open", Map.of()) : "", body);
    boolean spoken = Language.of(text) == book.language();
    return spoken ? text : book.join(text, say("say.close", Map.of()));
  }

  /// Whether the results are those of the calls that the user's words lead to.
  private boolean fits() {
    return results.size() == asked.calls().size() && results.keySet().containsAll(asked.calls());
  }

  /// The frame's own answer, each sentence with the results that it states.
  private String framed() {
    List<String> sentences = new ArrayList<>();
    for (String sentence : SENTENCE.split(asked.answer())) {
      Map<String, String> held = new HashMap<>(asked.held());
      StringBuilder cited = new StringBuilder();
      Matcher result = RESULT.matcher(sentence);
      while (result.find()) {
        PluginCall call = asked.calls().get(Integer.parseInt(result.group(1)) - 1);
        Told told = results.getOrDefault(call, List.of()).getFirst();
        held.put(result.group(1), value(told));
        cited.append(cite(told.number()));
      }
      sentences.add(Filling.of(sentence, held, UnaryOperator.identity()) + cited);
    }
    return book.join(sentences.toArray(String[]::new));
  }

  private String value(Told told) {
    if (told.call().name().equals("Solve")) {
      return Solutions.told(told.text(), book);
    }
    String rounded = Figures.rounded(told.text());
    return Figures.isLong(told.text()) ? say("about", Map.of("result", rounded)) : rounded;
  }

  /// Every call that has an answer, with it.
  private String each() {
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<PluginCall, List<Told>> entry : results.entrySet()) {
      List<Told> told = entry.getValue().stream().filter(one -> !one.failed()).toList();
      if (!told.isEmpty()) {
        sentences.add(one(entry.getKey(), told));
      }
    }
    return book.join(sentences.toArray(String[]::new));
  }

  private String one(PluginCall call, List<Told> told) {
    Told first = told.getFirst();
    return switch (call.name()) {
      case "Calculate" -> stated("say.calculate", call, value(first)) + cite(first.number());
      case "Solve" -> {
        String list = Solutions.several(first.text()) ? "say.solve.several" : "say.solve";
        yield stated(list, call, value(first)) + cite(first.number());
      }
      case "Search" -> found(call, told);
      case "Text2Image" -> say("say.picture.too", Map.of());
      default -> stated("say.any", call, first.text()) + cite(first.number());
    };
  }

  private String stated(String list, PluginCall call, String result) {
    return say(
        list,
        Map.of(
            "expression", Figures.expression(call.argument()),
            "result", result,
            "plugin", call.name()));
  }

  /// What a search found: the sentence that answers best, and one of another result where that has
  /// something to say too.
  private String found(PluginCall call, List<Told> told) {
    String question = task.talk().lastUser() + " " + call.argument();
    Optional<Snippet> best = Snippet.best(told, question, book.language());
    if (best.isEmpty()) {
      return say("say.search.nothing", Map.of("query", call.argument()));
    }
    Snippet first = best.get();
    List<Told> others = told.stream().filter(one -> one.number() != first.number()).toList();
    String second =
        Snippet.best(others, question, book.language())
            .filter(other -> other.score() > TELLING && 3 * other.score() > 2 * first.score())
            .filter(other -> !other.sentence().equals(first.sentence()))
            .filter(other -> Language.of(other.sentence()) == book.language())
            .map(other -> book.join(say("say.search.also", Map.of()), quoted(other)))
            .orElse("");
    String open = first.score() < TELLING ? "say.search.vague" : "say.search";
    return book.join(book.join(say(open, Map.of()), quoted(first)), second);
  }

  private static String quoted(Snippet snippet) {
    return snippet.sentence() + cite(snippet.number());
  }

  private String partly() {
    return book.join(each(), failures(), say("failed.advice", Map.of()));
  }

  private String failed() {
    boolean known = !asked.answer().isEmpty() && !RESULT.matcher(asked.answer()).find();
    String why = known ? Filling.of(asked.answer(), asked.held(), UnaryOperator.identity()) : "";
    return book.join(failures(), why, say("failed.advice", Map.of()));
  }

  private String failures() {
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<PluginCall, List<Told>> entry : results.entrySet()) {
      if (entry.getValue().stream().allMatch(Told::failed)) {
        sentences.add(of("failed.", entry.getKey()));
      }
    }
    return book.join(sentences.toArray(String[]::new));
  }

  private String unneeded() {
    return asked.calls().isEmpty() && !asked.answer().isEmpty()
        ? Filling.of(asked.answer(), asked.held(), UnaryOperator.identity())
        : say("unneeded.any", Map.of());
  }

  private String off() {
    List<String> sentences = new ArrayList<>();
    asked.calls().forEach(call -> sentences.add(of("off.", call)));
    return sentences.isEmpty()
        ? say("off.any", Map.of())
        : book.join(sentences.toArray(String[]::new));
  }

  /// A sentence of the list that a plugin has, or of the one for any plugin.
  private String of(String prefix, PluginCall call) {
    String own = prefix + call.name().toLowerCase(Locale.ROOT);
    String argument =
        call.name().equals("Calculate") || call.name().equals("Solve")
            ? Figures.expression(call.argument())
            : call.argument();
    return say(
        book.lists().has(own) ? own : prefix + "any",
        Map.of("argument", argument, "plugin", call.name()));
  }

  private String say(String list, Map<String, String> given) {
    return book.grammar().write(list, given, random);
  }

  static String cite(int number) {
    return number == 0 ? "" : "<sup><|" + number + "|></sup>";
  }
}
