package io.mosskit.curation.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.text.UnitHashes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddsBatchesWholeOrNotAtAllTest {
  private static final IndexForm FORM = IndexForm.of("user_turns", 0.7);
  private static final String EN = "how long do I have to boil an egg until it is soft";
  private static final String ZH = "泡绿茶用多少度的水比较合适";

  @TempDir Path folder;

  private static void add(IndexAddition addition, String id, String text) throws IOException {
    addition.add(id, Shingles.of(UnitHashes.of(text)));
  }

  private void addWhole(Path index, String batch, String id, String text) throws IOException {
    try (IndexAddition addition = IndexAddition.to(index, FORM, batch)) {
      add(addition, id, text);
      addition.commit();
      assertThat(addition.size()).isEqualTo(1);
    }
  }

  private static int size(Path index) throws IOException {
    try (CuratedIndex opened = CuratedIndex.open(index)) {
      return opened.size();
    }
  }

  @Test
  void whatIsNotCommittedIsGone() throws IOException {
    addWhole(folder, "first", "茶", ZH);
    try (IndexAddition addition = IndexAddition.to(folder, FORM, "second")) {
      add(addition, "egg", EN);
    }
    assertThat(size(folder)).isEqualTo(1);
    addWhole(folder, "second", "egg", EN);
    assertThat(size(folder)).isEqualTo(2);
  }

  /// The files as a killed process leaves them: everything of the batch written, the lock's file
  /// there, and only the last rename not done.
  @Test
  void aKillInTheMiddleOfACommitLeavesTheOldIndex() throws IOException {
    Path index = folder.resolve("index");
    Path killed = Files.createDirectory(folder.resolve("killed"));
    addWhole(index, "first", "茶", ZH);
    try (IndexAddition addition = IndexAddition.to(index, FORM, "second")) {
      add(addition, "egg", EN);
      addition.prepare();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
        for (Path file : files) {
          Files.copy(file, killed.resolve(file.getFileName().toString()));
        }
      }
    }
    assertThat(killed.toFile().list())
        .contains("write.lock")
        .anyMatch(name -> name.startsWith("pending_segments"));
    try (CuratedIndex old = CuratedIndex.open(killed)) {
      assertThat(old.size()).isEqualTo(1);
      assertThat(old.batches()).containsExactly(new Batch("first", 1));
    }
    addWhole(killed, "second", "egg", EN);
    assertThat(size(killed)).isEqualTo(2);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(killed, "pending_segments*")) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anOpenedIndexStaysAsItWas() throws IOException {
    addWhole(folder, "first", "茶", ZH);
    try (CuratedIndex before = CuratedIndex.open(folder)) {
      addWhole(folder, "second", "egg", EN);
      assertThat(before.size()).isEqualTo(1);
      assertThat(before.twinOf(Shingles.of(UnitHashes.of(EN)), 0.7)).isEmpty();
    }
  }

  @Test
  void oneProcessAddsAtATime() throws IOException {
    try (IndexAddition first = IndexAddition.to(folder, FORM, "first")) {
      assertThat(first.size()).isZero();
      assertThatThrownBy(() -> IndexAddition.to(folder, FORM, "second"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void aBatchJoinsOnce() throws IOException {
    addWhole(folder, "batch 一", "茶", ZH);
    assertThatThrownBy(() -> IndexAddition.to(folder, FORM, "batch 一"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("batch 一 already");
    addWhole(folder, "batch 二", "egg", EN);
  }

  @Test
  void whatTheBandsWouldMissIsRefusedWithARemedy() throws IOException {
    addWhole(folder, "first", "茶", ZH);
    assertThatThrownBy(() -> IndexForm.in(folder, "user_turns", 0.6))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("ask for 0.7 or more");
    assertThatThrownBy(() -> IndexForm.in(folder, "assistant_turns", 0.7))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("compares by user_turns, not by assistant_turns");
    assertThat(IndexForm.in(folder, "user_turns", 0.8)).isEqualTo(FORM);
    assertThat(IndexForm.in(folder.resolve("none"), "user_turns", 0.8).threshold()).isEqualTo(0.8);
    assertThatThrownBy(() -> IndexAddition.to(folder, IndexForm.of("user_turns", 0.9), "second"))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("another kind");
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      assertThatThrownBy(() -> index.twinOf(Shingles.of(UnitHashes.of(EN)), 0.5))
          .isInstanceOf(IndexMismatchException.class);
    }
  }

  @Test
  void otherSignaturesAndOtherIndexesAreRefused() throws IOException {
    Path other = folder.resolve("other");
    write(other, Map.of("mosskit.format", "1", "signatures", "99"));
    assertThatThrownBy(() -> CuratedIndex.open(other))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("version 99")
        .hasMessageContaining("make the index again");
    Path foreign = folder.resolve("foreign");
    write(foreign, Map.of());
    assertThatThrownBy(() -> CuratedIndex.open(foreign))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("none of curated records");
    assertThatThrownBy(() -> CuratedIndex.open(folder.resolve("没有")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no index of curated records");
  }

  private static void write(Path index, Map<String, String> properties) throws IOException {
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(properties.entrySet());
      writer.commit();
    }
  }
}
