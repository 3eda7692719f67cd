package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Phrases.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Lists of ideas, explanations and plans.
///
/// @param opening how the first reply is made
record AdviceManner(Function<Scene, String> opening) implements Manner {

  private static final int MOST_IDEAS = 6;

  static Manner ideas() {
    return new AdviceManner(scene -> ideas(scene, "ideas.open", count(scene)));
  }

  static Manner explanation() {
    return new AdviceManner(AdviceManner::explain);
  }

  static Manner plan() {
    return new AdviceManner(AdviceManner::plan);
  }

  @Override
  public String open(Scene scene) {
    return opening.apply(scene);
  }

  @Override
  public String goOn(Scene scene, Move move) {
    return switch (move) {
      case CONTINUE -> ideas(scene, "continue.open", 3);
      case CORRECT -> about(scene, move, "correct.quote", "correct.body");
      case OBJECT -> about(scene, move, "object.body", "object.other");
      case ASK, BEGIN, THANK, SWITCH -> about(scene, move, "ask.quote", "ask.detail");
    };
  }

  private static String about(Scene scene, Move move, String quote, String detail) {
    Book book = scene.book();
    String taken = book.join(scene.say(move.opening()), scene.sayOfQuote(quote));
    String example = move == Move.OBJECT ? "" : scene.say("ask.example");
    String advice = scene.say(detail, Map.of("advice", scene.advice().text(true)));
    return book.join(taken, advice, example, scene.say("ask.close"));
  }

  @Override
  public String retell(Scene scene) {
    String head = scene.book().join(scene.say("switch.open"), scene.say("switch.sum"));
    return Scene.paragraphs(head, lines(scene, scene.points(3)), scene.say("ask.close"));
  }

  private static String ideas(Scene scene, String opening, int number) {
    Book book = scene.book();
    List<Point> points = scene.points(number);
    if (points.isEmpty()) {
      return book.join(scene.say(opening), scene.say("ask.example"), scene.say("ask.close"));
    }
    String count = book.lists().get("number.word").get(points.size() - 1);
    Map<String, String> counted = Map.of("count", count, "count.cap", Grammar.capital(count));
    String head = scene.say(opening, counted);
    String end = book.join(condition(scene), scene.say("ideas.close"));
    return Scene.paragraphs(head, lines(scene, points), end);
  }

  /// How many ideas the prompt asks for; three to five where it does not say.
  private static int count(Scene scene) {
    int unasked = 3 + scene.random().nextInt(3);
    String asked = scene.talk().lastUser();
    return Math.min(MOST_IDEAS, Count.in(asked, scene.book().isChinese()).orElse(unasked));
  }

  /// A word on the condition or the readers that the prompt names, if it names any.
  private static String condition(Scene scene) {
    for (String list : List.of("limit", "audience")) {
      Optional<Hit> hit = scene.book().phrases().longest(scene.asked(), List.of(list));
      if (hit.isPresent()) {
        return scene.say("ideas." + list, Map.of(list, hit.get().phrase()));
      }
    }
    return "";
  }

  private static String lines(Scene scene, List<Point> points) {
    int layout = scene.random().nextInt(4);
    List<String> joins = scene.book().lists().get("join");
    if (layout == 3 && points.size() <= joins.size()) {
      return prose(scene.book(), points, joins);
    }
    return layout == 1 ? bullets(points) : numbered(points, layout == 2);
  }

  private static String bullets(List<Point> points) {
    return String.join("\n", points.stream().map(point -> "- " + point.text(false)).toList());
  }

  private static String numbered(List<Point> points, boolean bold) {
    List<String> lines = new ArrayList<>();
    for (Point point : points) {
      lines.add((lines.size() + 1) + ". " + point.text(bold));
    }
    return String.join("\n", lines);
  }

  private static String prose(Book book, List<Point> points, List<String> joins) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean last = i == points.size() - 1 && i > 0;
      String join = last ? joins.getLast() : joins.get(i);
      sentences.add(book.join(join, points.get(i).inSentence()));
    }
    return book.join(sentences.toArray(String[]::new));
  }

  private static String explain(Scene scene) {
    Book book = scene.book();
    List<String> points = scene.points(2).stream().map(point -> point.text(true)).toList();
    String core = book.join(scene.say("explain.open"), points.isEmpty() ? "" : points.getFirst());
    String more = points.size() < 2 ? "" : book.join(scene.say("explain.more"), points.getLast());
    String example = scene.chance(0.6) ? scene.say("ask.example") : "";
    return Scene.paragraphs(core, book.join(more, example), scene.say("explain.close"));
  }

  private static String plan(Scene scene) {
    List<Point> steps = new ArrayList<>();
    steps.add(Point.of(scene.say("plan.first")));
    steps.addAll(scene.points(2));
    for (String list : List.of("plan.middle", "plan.middle", "plan.last")) {
      steps.add(Point.of(scene.say(list)));
    }
    String head = scene.say("plan.open", Map.of("role", adviser(scene)));
    String rules = rules(scene);
    String end = rules.isEmpty() ? scene.say("plan.close") : rules;
    return Scene.paragraphs(head, numbered(steps, scene.chance(0.5)), end);
  }

  private static String adviser(Scene scene) {
    Book book = scene.book();
    return book.phrases()
        .longest(Phrases.fold(scene.talk().firstUser()), List.of("job"))
        .map(Hit::phrase)
        .orElse(book.lists().get("adviser.any").getFirst());
  }

  /// How the plan keeps the rules that the prompt sets.
  private static String rules(Scene scene) {
    Book book = scene.book();
    List<String> rules = book.lists().get("rule.ask");
    List<String> kept = new ArrayList<>();
    for (String rule : book.phrases().all(scene.asked(), "rule.ask")) {
      kept.add(book.lists().get("rule.answer").get(rules.indexOf(rule)));
    }
    return book.join(kept.toArray(String[]::new));
  }
}
