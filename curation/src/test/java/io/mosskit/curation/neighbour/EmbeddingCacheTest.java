package io.mosskit.curation.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingCacheTest {
  @TempDir Path folder;

  /// Tells a text by its length, and notes what it is asked.
  private record Counting(String name, List<String> asked) implements Embedder {

    @Override
    public int batchSize() {
      return 10;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      asked.addAll(texts);
      return texts.stream().map(text -> new float[] {text.length(), 0.5f, -1}).toList();
    }
  }

  private final Counting model = new Counting("model", new ArrayList<>());

  private List<float[]> ask(Embedder embedder, String... texts) throws Exception {
    try (EmbeddingCache cache = EmbeddingCache.of(embedder, folder.resolve("deep/cache.bin"))) {
      assertThat(cache.name()).isEqualTo(embedder.name());
      assertThat(cache.batchSize()).isEqualTo(10);
      return cache.embed(List.of(texts));
    }
  }

  @Test
  void noTextIsAskedForTwice() throws Exception {
    assertThat(ask(model, "茶", "egg", "茶"))
        .containsExactly(
            new float[] {1, 0.5f, -1}, new float[] {3, 0.5f, -1}, new float[] {1, 0.5f, -1});
    assertThat(ask(model, "egg", "", "茶")).hasSize(3).last().isEqualTo(new float[] {1, 0.5f, -1});
    assertThat(model.asked()).containsExactly("茶", "egg", "");
  }

  @Test
  void halvesOfCharactersAreTextsOfTheirOwn() throws Exception {
    ask(model, "\ud83d", "\ude00", "?");
    assertThat(model.asked()).hasSize(3);
  }

  @Test
  void anotherModelIsAskedAgain() throws Exception {
    Counting other = new Counting("other", new ArrayList<>());
    ask(model, "茶");
    ask(other, "茶");
    ask(model, "茶");
    assertThat(model.asked()).hasSize(1);
    assertThat(other.asked()).hasSize(1);
  }

  /// At each byte: what is whole stays, the rest is asked for again.
  @Test
  void aTornEndCostsItsOwnTextAlone() throws Exception {
    ask(model, "茶", "egg");
    Path file = folder.resolve("deep/cache.bin");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      model.asked().clear();
      assertThat(ask(model, "茶", "egg").getLast()).isEqualTo(new float[] {3, 0.5f, -1});
      assertThat(model.asked()).hasSize(length < whole.length / 2 ? 2 : 1);
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void brokenBytesAreNoVectors() throws Exception {
    ask(model, "茶", "egg");
    Path file = folder.resolve("deep/cache.bin");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length / 2; at++) {
      byte[] broken = whole.clone();
      broken[at] ^= 0x04;
      Files.write(file, broken);
      if (at == 16) {
        assertThatThrownBy(() -> ask(model, "茶")).hasMessageContaining("holds no embeddings");
        continue;
      }
      assertThat(ask(model, "茶").getFirst()).isEqualTo(new float[] {1, 0.5f, -1});
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":\"a line of a corpus\"}\n", "一些别的文字，不是向量。\n"})
  void aFileOfSomethingElseStaysAsItIs(String words) throws Exception {
    Path file = Files.writeString(folder.resolve("corpus.jsonl"), words);
    assertThatThrownBy(() -> EmbeddingCache.of(model, file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("corpus.jsonl holds no embeddings");
    assertThat(file).hasContent(words);
  }

  @Test
  void oneProcessUsesItAtATime() throws Exception {
    Path file = folder.resolve("cache.bin");
    try (EmbeddingCache first = EmbeddingCache.of(model, file)) {
      assertThat(first.asked()).isZero();
      assertThatThrownBy(() -> EmbeddingCache.of(model, file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process");
    }
  }
}
