package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One reply in the making: what it is about, what was said, and the words to say it with. A scene
/// remembers what it has said and does not say it again while there is something else.
final class Scene {

  /// Shorter stretches are no sign that a sentence was said.
  private static final int TELLING_ENGLISH = 12;

  private static final int TELLING_CHINESE = 5;

  private final Books books;
  private final Book book;
  private final Matter matter;
  private final Talk talk;
  private final String quote;
  private final RandomGenerator random;
  private final StringBuilder said;

  /// @param matter what the talk is about, in whatever language it was said
  /// @param quote words of an earlier reply that the user takes up, or empty
  Scene(Books books, Book book, Matter matter, Talk talk, String quote, RandomGenerator random) {
    this.books = books;
    this.book = book;
    this.matter = matter.in(book);
    this.talk = talk;
    this.quote = quote;
    this.random = random;
    this.said = new StringBuilder(talk.allReplies());
  }

  Book book() {
    return book;
  }

  Snippets snippets() {
    return books.snippets();
  }

  Matter matter() {
    return matter;
  }

  Talk talk() {
    return talk;
  }

  /// What the user said last, folded for [Phrases].
  String asked() {
    return Phrases.fold(talk.lastUser());
  }

  /// Whether the talk is about a topic of the word lists, and not only near one.
  boolean namesTopic() {
    return book.lists().has("topic." + matter.subject())
        && book.lists().get("topic." + matter.subject()).contains(matter.focus());
  }

  String quote() {
    return quote;
  }

  RandomGenerator random() {
    return random;
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /// Paragraphs one below another. Empty ones leave no trace.
  static String paragraphs(String... paragraphs) {
    return Stream.of(paragraphs)
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /// A sentence that was not said yet, if there is one.
  String say(String list) {
    return say(list, Map.of());
  }

  String say(String list, Map<String, String> given) {
    Map<String, String> bound = new HashMap<>(given);
    bound.putIfAbsent("focus", matter.focus());
    bound.putIfAbsent("label", matter.label(book));
    bound.putIfAbsent("quote", quote);
    String text = book.grammar().write(list, bound, random, this::wasSaid);
    said.append('\n').append(text);
    return text;
  }

  /// A sentence from the first of these lists that still has one to say.
  String sayFirst(String... lists) {
    for (String list : lists) {
      if (book.grammar().hasFresh(list, this::wasSaid)) {
        return say(list);
      }
    }
    return say(lists[lists.length - 1]);
  }

  private boolean wasSaid(String stretch) {
    int telling = book.isChinese() ? TELLING_CHINESE : TELLING_ENGLISH;
    return stretch.length() >= telling && said.indexOf(stretch) >= 0;
  }

  /// The same as [#say], or nothing where there is no quote to speak of.
  String sayOfQuote(String list) {
    return quote.isEmpty() ? "" : say(list);
  }

  /// Pieces of advice on the subject that were not given yet; fewer than asked for where the lists
  /// end.
  List<Point> points(int number) {
    List<Point> found = new ArrayList<>();
    int own = matter.subject().isEmpty() ? 0 : Math.max(1, number - 1);
    add(found, matter.subject().isEmpty() ? "" : "point." + matter.subject(), own);
    add(found, "point.any", number);
    if (found.size() < number && !matter.subject().isEmpty()) {
      add(found, "point." + matter.subject(), number);
    }
    return found;
  }

  private void add(List<Point> found, String list, int upTo) {
    if (list.isEmpty()) {
      return;
    }
    List<String> entries = new ArrayList<>(book.lists().get(list));
    Collections.shuffle(entries, random);
    for (String entry : entries) {
      Point point = Point.of(entry.replace("{focus}", matter.focus()));
      if (found.size() < upTo && said.indexOf(point.head()) < 0) {
        found.add(point);
        said.append('\n').append(point.head());
      }
    }
  }

  /// One more piece of advice; one that was given already where all were.
  Point advice() {
    List<Point> points = points(1);
    String first = book.lists().get("point.any").getFirst();
    return points.isEmpty()
        ? Point.of(first.replace("{focus}", matter.focus()))
        : points.getFirst();
  }
}
