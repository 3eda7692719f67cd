package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.rehearsal.script.Task.ExpandPrompts;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KeepsWordListsUsableTest {

  private static final Books BOOKS = Books.read();
  static final List<Book> LANGUAGES = List.of(BOOKS.chinese(), BOOKS.english());

  /// Slots that replies and user turns fill from outside.
  private static final Set<String> GIVEN =
      Set.of(
          "advice",
          "argument",
          "count",
          "count.cap",
          "expression",
          "focus",
          "given",
          "hero",
          "label",
          "lang",
          "persona",
          "plugin",
          "query",
          "quote",
          "result",
          "role",
          "task",
          "text",
          "thing");

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everySlotIsAListOrGiven(Book book) {
    for (String list : book.lists().names()) {
      assertThat(book.grammar().slots(list))
          .as(book.language() + " " + list)
          .allMatch(
              slot -> book.lists().has(slot) || GIVEN.contains(slot) || isOfFrame(slot, list));
    }
  }

  /// What a frame remembers, numbers of other people's words, and its results.
  private static boolean isOfFrame(String slot, String list) {
    return list.startsWith(Frames.PREFIX) && slot.matches("[a-z]%?|[1-9]|last|number");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyCategoryHasManyFramesOverManyTopics(Book book) {
    for (Category category : Category.values()) {
      assertThat(frames(category, book))
          .as(category.label())
          .hasSizeGreaterThanOrEqualTo(25)
          .doesNotHaveDuplicates();
    }
    assertThat(topics(book)).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
  }

  /// The frames of a category, where it has one list or several, or one for each kind.
  private static List<String> frames(Category category, Book book) {
    List<String> frames = new ArrayList<>();
    for (Taxon taxon : Taxon.all(category)) {
      List<String> own = book.lists().get("prompt." + taxon.kind().label());
      frames.addAll(frames.containsAll(own) ? List.of() : own);
    }
    String list = "prompt." + category.label();
    return !frames.isEmpty()
        ? frames
        : book.lists().names().stream()
            .filter(name -> name.equals(list) || name.startsWith(list + "."))
            .flatMap(name -> book.lists().get(name).stream())
            .filter(entry -> !entry.startsWith("{" + list))
            .toList();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyRiskHasItsWishesItsRefusalsAndItsQuestions(Book book) {
    assertThat(book.lists().get("risk"))
        .containsExactlyElementsOf(Arrays.stream(Risk.values()).map(Risk::label).toList());
    for (Risk risk : Risk.values()) {
      assertThat(book.lists().get("harm." + risk)).hasSizeGreaterThanOrEqualTo(5);
      assertThat(book.lists().get("cue.harm." + risk)).isNotEmpty();
      assertThat(book.lists().get("refuse." + risk)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(book.lists().get("instead." + risk)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(book.lists().get("lookalike." + risk + ".ask")).hasSizeGreaterThanOrEqualTo(5);
      assertThat(book.lists().get("sensitive." + risk + ".ask")).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  private static List<String> topics(Book book) {
    List<String> topics = new ArrayList<>();
    book.family("topic", "subject").forEach(list -> topics.addAll(book.lists().get(list)));
    return topics;
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everySubjectHasItsNameItsCuesAndAdvice(Book book) {
    for (String subject : book.lists().get("subject")) {
      assertThat(book.lists().get("label." + subject)).hasSize(1);
      assertThat(book.lists().get("cue." + subject)).isNotEmpty();
      assertThat(book.lists().get("point." + subject))
          .hasSizeGreaterThanOrEqualTo(8)
          .allSatisfy(entry -> assertThat(Point.of(entry).body()).endsWith(end(book)));
    }
  }

  private static String end(Book book) {
    return book.isChinese() ? "。" : ".";
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void whatIsLookedForInTextsHasNoSlots(Book book) {
    List<String> sought = new ArrayList<>(List.of("job", "limit", "audience", "opening", "ending"));
    sought.addAll(
        List.of("rule.ask", "premise.ask", "unsure.ask", "correction.ask", "pic.subject"));
    for (String risk : book.lists().get("risk")) {
      sought.add("lookalike." + risk + ".ask");
      sought.add("sensitive." + risk + ".ask");
    }
    sought.addAll(book.family("topic", "subject"));
    sought.addAll(book.family("character", "troupe"));
    sought.addAll(book.family("harm", "risk"));
    sought.addAll(book.family("self", "aspect"));
    sought.addAll(book.family("form", "form.group"));
    sought.addAll(book.family("code.task", "code.task.id"));
    for (String list : sought) {
      assertThat(book.grammar().slots(list)).as(list).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyTaskHasItsCodeInThreeLanguagesAndItsExplanations(Book book) {
    for (String task : book.lists().get("code.task.id")) {
      for (String language : book.lists().get("code.lang")) {
        assertThat(BOOKS.snippets().get(task, language)).isNotBlank();
      }
      for (String aspect : List.of("how", "edge", "cost")) {
        assertThat(book.lists().get(aspect + "." + task)).hasSize(1);
      }
    }
  }

  @Test
  void bothLanguagesTellTheSameThingsInTheSameOrder() {
    for (String index :
        List.of("subject", "troupe", "risk", "aspect", "form.group", "code.task.id", "code.lang")) {
      assertThat(BOOKS.english().lists().get(index)).isEqualTo(BOOKS.chinese().lists().get(index));
    }
    List<String> paired = new ArrayList<>(List.of("premise", "unsure", "correction", "rule"));
    paired.addAll(BOOKS.english().family("lookalike", "risk"));
    paired.addAll(BOOKS.english().family("sensitive", "risk"));
    for (String pairs : paired) {
      assertThat(BOOKS.english().lists().get(pairs))
          .hasSameSizeAs(BOOKS.chinese().lists().get(pairs));
    }
    for (String cast : BOOKS.english().family("character", "troupe")) {
      assertThat(BOOKS.english().lists().get(cast))
          .hasSameSizeAs(BOOKS.chinese().lists().get(cast));
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void promptsAreInTheirLanguageAndFullyWrittenOut(Book book) {
    SplittableRandom random = new SplittableRandom(7);
    for (Category category : Category.values()) {
      ExpandPrompts task = new ExpandPrompts(category, null, book.language(), 200, "", List.of());
      for (String prompt : PromptWriter.write(task, book, random)) {
        assertThat(Language.of(prompt)).as(prompt).isEqualTo(book.language());
        assertThat(prompt).doesNotContain("{", "}", "  ").isEqualTo(prompt.strip());
      }
    }
  }

  @Test
  void entriesOfAListComeOnceBeforeAnyComesTwice() {
    Grammar grammar = BOOKS.english().grammar();
    for (int seed = 0; seed < 50; seed++) {
      String text =
          grammar.write("prompt.complex-instruction", Map.of(), new SplittableRandom(seed));
      List<String> rules = BOOKS.english().phrases().all(Phrases.fold(text), "rule.ask");
      assertThat(rules).doesNotHaveDuplicates().isNotEmpty();
    }
  }

  @Test
  void aSlotThatNothingFillsIsNamed() {
    Grammar grammar = BOOKS.chinese().grammar();
    assertThatThrownBy(() -> grammar.write("code.open", Map.of(), new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither bound nor a list");
  }
}
