package io.mosskit.plugins.search.index;

import static io.mosskit.plugins.search.index.Indexes.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsIndexesTest {

  @TempDir Path folder;

  @Test
  void rejectsGoToTheCallerAndTheCountsAddUp() throws Exception {
    Path file = folder.resolve("d.jsonl");
    Files.write(file, List.of(line("湖", "深"), "{\"no\": 1}", line("湖", "深"), "[", line("", "a")));
    List<Rejection> rejects = new ArrayList<>();
    List<Progress.Step> steps = new ArrayList<>();
    IndexReport report =
        IndexBuilder.build(
            Indexes.documents(file), folder.resolve("index"), rejects::add, steps::add);
    assertThat(report)
        .extracting(IndexReport::documents, IndexReport::duplicates, IndexReport::rejected)
        .containsExactly(2L, 1L, 2L);
    assertThat(rejects).extracting(r -> r.origin().line()).containsExactly(2L, 4L);
    assertThat(steps.getLast().done()).isEqualTo(steps.getLast().total());
    assertThat(report.fingerprint()).hasSize(64);
  }

  @Test
  void anIndexIsReplacedAndNothingElseIs() throws Exception {
    Path file = Files.writeString(folder.resolve("d.jsonl"), line("湖", "深的湖"));
    Path index = folder.resolve("index");
    build(file, index);
    Files.writeString(file, line("Lake", "a deep lake"));
    build(file, index);
    try (DocumentIndex open = DocumentIndex.open(index)) {
      assertThat(open.documents()).isEqualTo(1);
      assertThat(open.search("lake", 1, 300)).hasSize(1);
    }
    assertThatThrownBy(() -> build(file, folder)).hasMessageContaining("holds other files");
    assertThatThrownBy(() -> build(file, file)).hasMessageContaining("is a file");
  }

  @Test
  void withoutOneDocumentThereIsNoIndexAndAnOlderOneStays() throws Exception {
    Path file = Files.writeString(folder.resolve("d.jsonl"), line("湖", "深的湖"));
    Path index = folder.resolve("index");
    build(file, index);
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{}\n");
    assertThatThrownBy(() -> build(bad, index)).hasMessageContaining("not one document");
    try (DocumentIndex open = DocumentIndex.open(index)) {
      assertThat(open.search("湖", 1, 300)).hasSize(1);
    }
  }

  @Test
  void whatIsNoIndexSaysSo() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> DocumentIndex.open(empty))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no index; make it with mosskit search index");
    assertThatThrownBy(() -> DocumentIndex.open(folder.resolve("absent")))
        .hasMessageContaining("make an index with mosskit search index");
  }

  private static void build(Path file, Path index) throws IOException {
    IndexBuilder.build(Indexes.documents(file), index, r -> {}, Progress.NONE);
  }
}
