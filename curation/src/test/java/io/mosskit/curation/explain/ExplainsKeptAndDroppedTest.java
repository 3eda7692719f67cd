package io.mosskit.curation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.Curation;
import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.Dialogues;
import io.mosskit.curation.explain.Explanation.AtThreshold;
import io.mosskit.curation.explain.Explanation.Member;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainsKeptAndDroppedTest {
  private static final String EN =
      "please explain step by step how the quick sort algorithm divides a long list of numbers";
  private static final String ZH = "请一步一步解释快速排序算法是怎样划分一长串数字的，并给出示例代码";

  @TempDir Path folder;

  @BeforeEach
  void curate() throws IOException {
    write(
        "curated",
        Dialogues.of("en", EN + " once more please", "It picks a pivot."),
        Dialogues.of("zh", ZH + "。", "没问题的。"),
        Dialogues.of("zh-2", ZH, "好的。"),
        Dialogues.of("en-2", EN + " once more", "It picks one."),
        Dialogues.of("en-3", EN, "Yes."),
        Dialogues.of("far", "what is the capital of Peru", "Lima."),
        Dialogues.of("empty", "who wrote the Iliad", ""));
  }

  private void write(String name, Conversation... dialogues) throws IOException {
    List<String> lines =
        Stream.of(dialogues)
            .map(dialogue -> MossJson.line(dialogue.withMosskit("id", dialogue.id())))
            .toList();
    Path input = Files.write(folder.resolve(name + ".jsonl"), lines);
    Curation.run(Corpus.of(input), CurationPlan.standard(), folder.resolve(name), Progress.NONE);
  }

  private Explanation explain(String id, String... folders) throws IOException {
    Explainer.Answer answer =
        Explainer.explain(Stream.of(folders).map(folder::resolve).toList(), id);
    assertThat(answer).isInstanceOf(Explainer.Answer.Found.class);
    return ((Explainer.Answer.Found) answer).explanation();
  }

  @Test
  void aDroppedRecordShowsItsTwinAndWhatTheyShare() throws IOException {
    Explanation explanation = explain("en-2", "curated");
    assertThat(explanation.record().kept()).isFalse();
    assertThat(explanation.record().decision()).isEqualTo("near_duplicate");
    assertThat(explanation.twin().orElseThrow().id()).isEqualTo("en");
    assertThat(explanation.threshold()).isEqualTo(0.7);
    SharedText shared = explanation.shared().orElseThrow();
    assertThat(shared.score()).isEqualTo(14 / 15.0);
    assertThat(shared.left()).containsExactly(new SharedText.Piece(EN + " once more", true));
    assertThat(explanation.cluster()).extracting(Member::id).containsExactly("en-2", "en-3");
  }

  @Test
  void anExactDuplicateInChineseIsSharedAsAWhole() throws IOException {
    Explanation explanation = explain("zh-2", "curated");
    assertThat(explanation.record().decision()).isEqualTo("exact_duplicate");
    assertThat(explanation.shared().orElseThrow().left())
        .containsExactly(new SharedText.Piece(ZH, true));
  }

  @Test
  void aKeptRecordShowsWhatWasDroppedForIt() throws IOException {
    Explanation explanation = explain("en", "curated");
    assertThat(explanation.record().kept()).isTrue();
    assertThat(explanation.twinId()).isEmpty();
    assertThat(explanation.cluster())
        .containsExactly(
            new Member("en-2", "near_duplicate", 0.933333),
            new Member("en-3", "near_duplicate", 0.8));
    assertThat(explanation.thresholds()).allMatch(at -> at.against().isEmpty());
  }

  @Test
  void otherThresholdsDecideOtherwise() throws IOException {
    List<AtThreshold> thresholds = explain("en-3", "curated").thresholds();
    assertThat(thresholds)
        .extracting(AtThreshold::threshold)
        .containsExactly(0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95);
    assertThat(thresholds)
        .filteredOn(at -> at.against().isPresent())
        .extracting(AtThreshold::threshold)
        .containsExactly(0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8);
    assertThat(thresholds).filteredOn(AtThreshold::decided).hasSize(1);
    assertThat(thresholds.getLast().against()).isEmpty();
  }

  /// At 0.95 the twin's other duplicate is kept, and is before this one.
  @Test
  void whatAnotherThresholdKeepsMayBeTheTwin() throws IOException {
    write(
        "chain",
        Dialogues.of("a", EN + " and then show it", "1"),
        Dialogues.of("b", EN, "2"),
        Dialogues.of("c", EN, "3"));
    List<AtThreshold> thresholds = explain("c", "chain").thresholds();
    assertThat(thresholds.getFirst().against().orElseThrow().id()).isEqualTo("a");
    assertThat(thresholds.getLast().against().orElseThrow().id()).isEqualTo("b");
  }

  /// Far more are dropped for a record than are looked at; the one before it is still seen.
  @Test
  void whatIsDroppedForARecordHidesNothingThatStandsBeforeIt() throws IOException {
    List<Conversation> dialogues = new ArrayList<>();
    dialogues.add(Dialogues.of("before", EN + " and then show it", "好"));
    dialogues.add(Dialogues.of("asked", EN + " once more with feeling now", "好的，没有问题，这就来。"));
    for (int i = 0; i < 1_200; i++) {
      dialogues.add(Dialogues.of("copy-" + i, EN + " once more with feeling", "好 " + i));
    }
    write("many", dialogues.toArray(Conversation[]::new));
    Explanation explanation = explain("asked", "many");
    assertThat(explanation.cluster()).hasSize(1_200);
    assertThat(explanation.thresholds().getFirst().against().orElseThrow().id())
        .isEqualTo("before");
  }

  @Test
  void aFilteredRecordHasNoTwin() throws IOException {
    Explanation explanation = explain("empty", "curated");
    assertThat(explanation.record().stage()).isEqualTo("filter");
    assertThat(explanation.twin()).isEmpty();
    assertThat(explanation.thresholds()).isEmpty();
  }

  @Test
  void aTwinOfAnEarlierRunIsFoundInItsFolder() throws IOException {
    Path late = Files.createDirectory(folder.resolve("late"));
    String rejection =
        Files.readAllLines(folder.resolve("curated/rejected.jsonl")).stream()
            .filter(line -> line.contains("\"en-2\""))
            .findFirst()
            .orElseThrow();
    Files.writeString(late.resolve("rejected.jsonl"), rejection + "\n");
    assertThat(explain("en-2", "late").twin()).isEmpty();
    assertThat(explain("en-2", "late").twinId()).contains("en");
    Files.delete(folder.resolve("curated/rejected.jsonl"));
    assertThat(explain("en-2", "late", "curated").shared()).isPresent();
  }

  @Test
  void anUnknownIdNamesNearOnes() throws IOException {
    assertThat(Explainer.explain(List.of(folder.resolve("curated")), "zn-2"))
        .isEqualTo(new Explainer.Answer.Unknown(List.of("zh-2", "en-2", "en-3")));
    assertThat(Explainer.explain(List.of(folder.resolve("curated")), "没有这样的记录"))
        .isEqualTo(new Explainer.Answer.Unknown(List.of()));
    assertThatThrownBy(() -> Explainer.explain(List.of(folder), "zh"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("neither corpus.jsonl nor rejected.jsonl");
  }

  @Test
  void theJsonHoldsAllOfIt() throws IOException {
    assertThat(explain("zh-2", "curated").json().members())
        .containsKeys("record", "key", "threshold", "twin", "shared", "cluster", "thresholds");
  }
}
