package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plain files, compressed files, a vocabulary that has to be rebuilt: the ids are the same.
class LoadsWhatAModelFolderHoldsTest {

  private static final String TEXT = "<|Human|>: 你好，世界 the cat\n    10<eoh>😀";

  @TempDir private Path folder;

  @Test
  void tokensAreFoundByTheirSpelling() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();

    assertThat(tokenizer.vocabularySize()).isEqualTo(364);
    assertThat(tokenizer.idOf("!")).hasValue(0);
    assertThat(tokenizer.idOf("Ġthe")).hasValue(260);
    assertThat(tokenizer.idOf("ä½łå¥½")).hasValue(311);
    assertThat(tokenizer.idOf("<eom>")).hasValue(HandMade.EOM);
    assertThat(tokenizer.idOf("<|endoftext|>")).hasValue(HandMade.END_OF_TEXT);
    assertThat(tokenizer.idOf("<|Human|>")).isEmpty();
  }

  @Test
  void theVocabularyIsRebuiltFromTheMerges() throws IOException {
    HandMade.copyTo(folder, "merges.txt", "added_tokens.json");
    checkSame(HandMade.tokenizer(), MossTokenizer.load(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-312", "tiny-1000", "gpt2"})
  void theRebuiltVocabularyIsThePublishedOne(String name) throws IOException {
    Path published = GoldenFiles.tokenizer(name);
    String suffix = Files.exists(published.resolve("merges.txt")) ? "" : ".gz";
    Files.copy(published.resolve("merges.txt" + suffix), folder.resolve("merges.txt" + suffix));
    Files.copy(published.resolve("added_tokens.json"), folder.resolve("added_tokens.json"));

    checkSame(MossTokenizer.load(published), MossTokenizer.load(folder));
  }

  @Test
  void filesMayBeCompressed() throws IOException {
    for (String name : new String[] {"merges.txt", "vocab.json", "added_tokens.json"}) {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
        Files.copy(HandMade.folder().resolve(name), out);
      }
    }
    checkSame(HandMade.tokenizer(), MossTokenizer.load(folder));
  }

  @Test
  void linesMayEndInTheFashionOfWindowsAndTheVersionMayBeMissing() throws IOException {
    HandMade.copyTo(folder, "vocab.json", "added_tokens.json");
    String merges = Files.readString(HandMade.folder().resolve("merges.txt"));
    Files.writeString(
        folder.resolve("merges.txt"),
        merges.substring(merges.indexOf('\n') + 1).replace("\n", "\r\n"));

    checkSame(HandMade.tokenizer(), MossTokenizer.load(folder));
  }

  @Test
  void theEndOfTextMayStandAmongTheAddedTokensToo() throws IOException {
    HandMade.copyTo(folder, "vocab.json", "merges.txt");
    String added = Files.readString(HandMade.folder().resolve("added_tokens.json"));
    Files.writeString(
        folder.resolve("added_tokens.json"),
        added.replaceFirst("\\{", "{ \"<|endoftext|>\": " + HandMade.END_OF_TEXT + ","));

    checkSame(HandMade.tokenizer(), MossTokenizer.load(folder));
  }

  @Test
  void idsOutsideTheVocabularyAreNamed() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();

    assertThatThrownBy(() -> tokenizer.decode(new int[] {64, 364}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token id 364 is not in the vocabulary, whose ids are 0 to 363");
    assertThatThrownBy(() -> tokenizer.newStreamingDecoder().accept(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token id -1");
  }

  private static void checkSame(MossTokenizer expected, MossTokenizer actual) {
    assertThat(actual.vocabularySize()).isEqualTo(expected.vocabularySize());
    assertThat(actual.encode(TEXT)).isEqualTo(expected.encode(TEXT));
    for (int id = 0; id < expected.vocabularySize(); id++) {
      int[] ids = {id};
      assertThat(actual.decode(ids)).isEqualTo(expected.decode(ids));
    }
  }
}
