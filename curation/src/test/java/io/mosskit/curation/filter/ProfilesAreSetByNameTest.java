package io.mosskit.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.filter.Profile.Action;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesAreSetByNameTest {
  private final Profile standard = Profile.standard();

  @Test
  void limitsAndActionsAreSetByName() {
    Profile profile =
        standard.with("symbols=0.3").with("Self-Reference", Action.DROP).without("digits");
    assertThat(profile.filters(Action.DROP))
        .contains(
            new CharacterShare(CharacterShare.Kind.SYMBOLS, 0.3, 100),
            new TurnSign(TurnSign.Kind.SELF_REFERENCE, 0))
        .doesNotContain(new CharacterShare(CharacterShare.Kind.DIGITS, 0.6, 100));
    assertThat(profile.filters(Action.OFF)).hasSize(1);
    assertThat(profile.names()).isEqualTo(standard.names()).doesNotHaveDuplicates();
    assertThat(standard.with("repetition=0.9").filters(Action.DROP))
        .contains(new Filter.Repetitive(0.9, 0.9, 100));
    assertThat(standard.with("open_end", 3).with("open_end=drop").filters(Action.DROP))
        .contains(new TurnSign(TurnSign.Kind.OPEN_END, 3));
  }

  @Test
  void everyRuleWithALimitTakesAnother() {
    for (Profile.Rule rule : standard.rules()) {
      if (!rule.filter().limits().members().isEmpty()) {
        Profile changed = standard.with(rule.filter().name(), 1);
        assertThat(changed.names()).isEqualTo(standard.names());
        assertThat(changed).isNotEqualTo(standard);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "symbols|expected a rule and its limit or action, such as symbols=0.3",
        "smbols=1|there is no rule smbols; the rules are [empty_reply, too_short,",
        "symbols=many|the rule symbols wants a number, drop, tag or off, not many",
        "symbols=2|the limit of the rule symbols is a share from 0 to 1, not 2.0",
        "symbols=NaN|a share from 0 to 1",
        "long_reply=1.5|the limit of the rule long_reply is a whole number from 0 on, not 1.5",
        "empty_reply=3|the rule empty_reply has no limit; switch it with empty_reply=drop",
      },
      delimiter = '|')
  void whatIsWrongIsSaidWithTheRemedy(String setting, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.with(setting))
        .withMessageContaining(message);
  }

  @Test
  void aBreachDropsOrTags() {
    Conversation cut = Dialogues.of("1", "怎么泡茶？", "先烧水，然后");
    Conversation spoken = Dialogues.of("2", "Do you drink tea?", "As an AI, I do not. 我不喝茶。");
    assertThat(standard.drops(cut, Measures.of(cut))).isEmpty();
    Conversation comma = Dialogues.of("3", "怎么泡茶？", "先烧水，");
    assertThat(standard.drops(comma, Measures.of(comma)).map(Breach::filter))
        .contains("truncated_end");
    assertThat(standard.drops(spoken, Measures.of(spoken))).isEmpty();
    assertThat(Profile.json(standard.tags(spoken, Measures.of(spoken))).text())
        .isEqualTo(
            "{\"self_reference\":{\"turn\":1,\"found\":\"As an AI\",\"turns\":1,\"limit\":0}}");
  }

  /// What docs/filters.md says of the published samples.
  @Test
  void thePublishedSamplesBreakTheseRules() throws IOException {
    Map<String, Integer> broken = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> sets =
        Files.newDirectoryStream(SharedFolder.resolve("data/moss-003-samples"), "*.jsonl")) {
      sets.forEach(files::add);
    }
    Collections.sort(files);
    try (Scan<Entry> scan = Corpus.of(files, ReadOptions.defaults()).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
          Measures measures = Measures.of(dialogue);
          for (Profile.Rule rule : standard.rules()) {
            rule.filter()
                .check(dialogue, measures)
                .ifPresent(breach -> broken.merge(breach.filter(), 1, Integer::sum));
          }
        }
      }
    }
    assertThat(broken)
        .isEqualTo(
            Map.of(
                "unbalanced_fence", 1,
                "truncated_end", 1,
                "open_end", 5,
                "self_reference", 65,
                "language_mismatch", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "啦",
        "\n",
        "```\n",
        "`",
        "<sup>",
        "\u0000",
        "\uD83D",
        "as an ai ",
        "作为",
        "我是",
        "i am a ",
        "âé",
        "Ã",
        "，",
        "if "
      })
  void hostileTextsTakeLinearTime(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    Conversation dialogue = Dialogues.of("1", text, text);
    Measures measures = Measures.of(dialogue);
    for (Profile.Rule rule : standard.rules()) {
      rule.filter()
          .check(dialogue, measures)
          .ifPresent(breach -> assertThat(breach.detail()).hasSizeLessThan(300));
    }
  }
}
