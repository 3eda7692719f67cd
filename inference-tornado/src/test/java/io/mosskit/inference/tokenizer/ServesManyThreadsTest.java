package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// One tokenizer, many threads, and far more pieces than its cache has room for: the ids are those
/// of the naive twin.
class ServesManyThreadsTest {

  private static final String LETTERS = "abcdehintr你好世界今天我们的";

  @Test
  void concurrentEncodingGivesTheSameIds()
      throws IOException, InterruptedException, ExecutionException {
    MossTokenizer tokenizer = HandMade.tokenizer();
    List<String> texts = texts(2_000);
    int[][] expected = twinIds(texts);

    List<Callable<int[][]>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(() -> encodeAll(tokenizer, texts));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<int[][]> encoded : threads.invokeAll(tasks)) {
        assertThat(encoded.get()).isDeepEqualTo(expected);
      }
    }
  }

  @Test
  void whatTheCacheForgetsIsEncodedAgain() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();
    List<String> texts = texts(10_000);
    int[][] expected = twinIds(texts);

    assertThat(encodeAll(tokenizer, texts)).isDeepEqualTo(expected);
    assertThat(encodeAll(tokenizer, texts)).isDeepEqualTo(expected);
  }

  /// Texts of ten words each, hardly any of which comes twice.
  private static List<String> texts(int count) {
    Random random = new Random(5);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 10; word++) {
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
          text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        text.append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static int[][] encodeAll(MossTokenizer tokenizer, List<String> texts) {
    return texts.stream().map(tokenizer::encode).toArray(int[][]::new);
  }

  private static int[][] twinIds(List<String> texts) throws IOException {
    ReferenceTokenizer twin =
        new ReferenceTokenizer(HandMade.folder(), TokenizerMode.NEWLINE_PRESERVING);
    return texts.stream().map(twin::encode).toArray(int[][]::new);
  }
}
