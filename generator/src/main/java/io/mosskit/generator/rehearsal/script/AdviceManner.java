package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists of ideas, explanations and plans.
final class AdviceManner implements Manner {

  private static final int MOST = 6;

  @Override
  public String open(Scene scene) {
    return switch (scene.matter().kind()) {
      case IDEAS -> ideas(scene, "ideas.open", count(scene));
      case PLAN -> plan(scene);
      default -> explain(scene);
    };
  }

  @Override
  public String goOn(Scene scene, Move move) {
    Book book = scene.book();
    return switch (move) {
      case CONTINUE -> ideas(scene, "continue.open", 3);
      case CORRECT ->
          book.join(
              scene.say("correct.open"),
              scene.sayOfQuote("correct.quote"),
              advising(scene, "correct.body"),
              scene.say("ask.example"),
              scene.say("ask.close"));
      case OBJECT ->
          book.join(
              scene.say("object.open"),
              scene.sayOfQuote("object.body"),
              advising(scene, "object.other"),
              scene.say("ask.close"));
      default ->
          book.join(
              scene.say("ask.open"),
              scene.sayOfQuote("ask.quote"),
              advising(scene, "ask.detail"),
              scene.say("ask.example"),
              scene.say("ask.close"));
    };
  }

  @Override
  public String retell(Scene scene) {
    String head = scene.book().join(scene.say("switch.open"), scene.say("switch.sum"));
    return head + "\n\n" + lines(scene, scene.points(3)) + "\n\n" + scene.say("ask.close");
  }

  private static String advising(Scene scene, String list) {
    return scene.say(list, Map.of("advice", scene.advice()));
  }

  private String ideas(Scene scene, String opening, int number) {
    List<Point> points = scene.points(number);
    if (points.isEmpty()) {
      return scene
          .book()
          .join(scene.say(opening), scene.say("ask.example"), scene.say("ask.close"));
    }
    String count = scene.book().lists().get("number.word").get(points.size() - 1);
    Map<String, String> counted = Map.of("count", count, "count.cap", Grammar.capital(count));
    String end = scene.book().join(condition(scene), scene.say("ideas.close"));
    return scene.say(opening, counted) + "\n\n" + lines(scene, points) + "\n\n" + end;
  }

  /// A word on the condition or the readers that the prompt names, if it names any.
  private static String condition(Scene scene) {
    for (String list : List.of("limit", "audience")) {
      Optional<Phrases.Hit> hit = scene.book().phrases().longest(scene.asked(), List.of(list));
      if (hit.isPresent()) {
        return scene.say("ideas." + list, Map.of(list, hit.get().phrase()));
      }
    }
    return "";
  }

  private static String lines(Scene scene, List<Point> points) {
    int layout = scene.random().nextInt(4);
    if (layout == 3 && points.size() <= scene.book().lists().get("join").size()) {
      return prose(scene.book(), points);
    }
    List<String> lines = new ArrayList<>();
    for (Point point : points) {
      String mark = layout == 1 ? "- " : (lines.size() + 1) + ". ";
      lines.add(mark + point.text(layout == 2));
    }
    return String.join("\n", lines);
  }

  private static String prose(Book book, List<Point> points) {
    List<String> joins = book.lists().get("join");
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean last = i == points.size() - 1 && i > 0;
      sentences.add(book.join(last ? joins.getLast() : joins.get(i), points.get(i).inSentence()));
    }
    return book.join(sentences.toArray(String[]::new));
  }

  private String explain(Scene scene) {
    Book book = scene.book();
    List<String> points = scene.points(2).stream().map(point -> point.text(true)).toList();
    String second = points.size() < 2 ? "" : book.join(scene.say("explain.more"), points.getLast());
    String core = book.join(scene.say("explain.open"), points.isEmpty() ? "" : points.getFirst());
    String example = scene.chance(0.6) ? scene.say("ask.example") : "";
    return Stream.of(core, book.join(second, example), scene.say("explain.close"))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private String plan(Scene scene) {
    List<Point> steps = new ArrayList<>();
    steps.add(step(scene, "plan.first"));
    steps.addAll(scene.points(2));
    steps.add(step(scene, "plan.middle"));
    steps.add(step(scene, "plan.middle"));
    steps.add(step(scene, "plan.last"));
    List<String> lines = new ArrayList<>();
    boolean bold = scene.chance(0.5);
    for (Point step : steps) {
      lines.add((lines.size() + 1) + ". " + step.text(bold));
    }
    String opening = scene.say("plan.open", Map.of("role", adviser(scene)));
    String rules = rules(scene);
    String end = rules.isEmpty() ? scene.say("plan.close") : rules;
    return opening + "\n\n" + String.join("\n", lines) + "\n\n" + end;
  }

  /// How the plan keeps the rules that the prompt sets.
  private static String rules(Scene scene) {
    Book book = scene.book();
    List<String> kept = new ArrayList<>();
    for (String rule : book.phrases().all(scene.asked(), "rule.ask")) {
      kept.add(book.lists().get("rule.answer").get(book.lists().get("rule.ask").indexOf(rule)));
    }
    return book.join(kept.toArray(String[]::new));
  }

  private static Point step(Scene scene, String list) {
    return Point.of(scene.say(list));
  }

  private static String adviser(Scene scene) {
    Book book = scene.book();
    return book.phrases()
        .longest(Phrases.fold(scene.talk().firstUser()), List.of("job"))
        .map(Phrases.Hit::phrase)
        .orElse(book.lists().get("adviser.any").getFirst());
  }

  /// How many ideas the prompt asks for; three to five where it does not say.
  private static int count(Scene scene) {
    int unasked = 3 + scene.random().nextInt(3);
    String asked = scene.talk().lastUser();
    return Math.min(MOST, Count.in(asked, scene.book().isChinese()).orElse(unasked));
  }
}
