package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the files of a tokenizer is said with the file, the line and the remedy.
class RejectsBrokenTokenizerFilesTest {

  @TempDir private Path folder;

  @BeforeEach
  void beginWithWhatIsRight() throws IOException {
    HandMade.copyTo(folder, "merges.txt", "vocab.json", "added_tokens.json");
  }

  @Test
  void aMissingFile() throws IOException {
    Files.delete(folder.resolve("added_tokens.json"));
    rejected(
        folder
            + ": neither added_tokens.json nor added_tokens.json.gz is in this folder; name the folder"
            + " with the tokenizer files of a MOSS model");

    Files.delete(folder.resolve("merges.txt"));
    rejected(folder + ": neither merges.txt nor merges.txt.gz is in this folder");
  }

  @Test
  void brokenJson() throws IOException {
    edit("vocab.json", "\"$\": 3,", "\"$\": 3");
    rejected(at("vocab.json", 6) + "broken JSON: ");
  }

  @Test
  void jsonThatEndsTooEarly() throws IOException {
    String whole = Files.readString(folder.resolve("added_tokens.json"));
    for (int length = 0; length < whole.strip().length(); length += 7) {
      Files.writeString(folder.resolve("added_tokens.json"), whole.substring(0, length));
      rejected(folder.resolve("added_tokens.json").toString());
    }
  }

  @Test
  void jsonThatIsNoTableOfIds() throws IOException {
    edit("added_tokens.json", "\"<eom>\": 360", "\"<eom>\": \"360\"");
    rejected(
        at("added_tokens.json", 41)
            + "found 360 where the id of token \"<eom>\", an integer should be");

    Files.writeString(folder.resolve("added_tokens.json"), "[1, 2]");
    rejected(at("added_tokens.json", 1) + "found [ where an object of token to id should be");

    Files.writeString(folder.resolve("added_tokens.json"), "{}\n\n7");
    rejected(at("added_tokens.json", 3) + "found 7 where the end of the file should be");

    Files.writeString(folder.resolve("added_tokens.json"), "{\"\": 321}");
    rejected(at("added_tokens.json", 1) + "token \"\" has the id 321, but is empty");

    Files.writeString(folder.resolve("added_tokens.json"), "");
    rejected(at("added_tokens.json", 1) + "found the end of the file where an object");
  }

  @Test
  void anIdGivenTwice() throws IOException {
    edit("vocab.json", "\"%\": 4,", "\"%\": 3,");
    rejected(at("vocab.json", 6) + "token \"%\" has the id 3, which \"$\" has already");
  }

  @Test
  void aTokenWithTwoIds() throws IOException {
    edit("added_tokens.json", "\"<eot>\"", "\"<eom>\"");
    rejected(at("added_tokens.json", 42) + "token \"<eom>\" has the id 361, but had the id 360");
  }

  @Test
  void anIdOfAnotherFile() throws IOException {
    edit("added_tokens.json", "\"<eom>\": 360", "\"<eom>\": 311");
    rejected(
        at("added_tokens.json", 41)
            + "token \"<eom>\" has the id 311, which \"ä½łå¥½\" has already");
  }

  @Test
  void idsWithAGap() throws IOException {
    edit("added_tokens.json", "\"<eor>\": 363", "\"<eor>\": 500");
    rejected(
        at("added_tokens.json", 44)
            + "token \"<eor>\" has the id 500, but the vocabulary has 364 tokens, whose ids must be 0"
            + " to 363");

    edit("added_tokens.json", "\"<eor>\": 500", "\"<eor>\": -1");
    rejected(at("added_tokens.json", 44) + "token \"<eor>\" has the id -1, but");
  }

  @Test
  void aByteWithoutAToken() throws IOException {
    edit("vocab.json", "\"Ġ\": 220,", "\"Ġ!\": 220,");
    rejected(
        folder.resolve("vocab.json") + ": no token \"Ġ\" for the byte 0x20; every byte needs one");
  }

  @Test
  void aTokenThatSpellsNoBytes() throws IOException {
    edit("vocab.json", "\"ä½łå¥½\"", "\"你好\"");
    rejected(
        at("vocab.json", 313)
            + "token \"你好\" has the id 311, but is not spelled in the byte alphabet of GPT-2");
  }

  @Test
  void aMergeOfUnknownTokens() throws IOException {
    edit("merges.txt", "c at\n", "ca t\n");
    rejected(
        at("merges.txt", 16)
            + "the part \"ca\" of this merge is not in the vocabulary; merges.txt and vocab.json must"
            + " be of one model");

    edit("merges.txt", "ca t\n", "c a\n");
    rejected(at("merges.txt", 16) + "the product \"ca\" of this merge is not in the vocabulary");
  }

  @Test
  void aMergeThatIsNone() throws IOException {
    for (String line : new String[] {"cat", "c  at", "c a t", " cat", "cat "}) {
      edit("merges.txt", "\nc at\n", "\n" + line + "\n");
      rejected(
          at("merges.txt", 16)
              + "found \""
              + line
              + "\" where two tokens with one blank between should be");
      edit("merges.txt", "\n" + line + "\n", "\nc at\n");
    }
  }

  @Test
  void aMergeThatMakesAControlToken() throws IOException {
    edit("vocab.json", "\"ðŁĺĢ\"", "\"endoftext|>\"");
    edit("merges.txt", "ðŁĺ Ģ", "<| endoftext|>");
    rejected(at("merges.txt", 67) + "a merge may not make the added token \"<|endoftext|>\"");

    edit("vocab.json", "\"endoftext|>\": 319,", "\"om>\": 319, \"<eom>\": 360,");
    edit("merges.txt", "<| endoftext|>", "<e om>");
    rejected(at("merges.txt", 67) + "a merge may not make the added token \"<eom>\"");
  }

  @Test
  void aCompressedFileThatIsCutOff() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      Files.copy(folder.resolve("vocab.json"), out);
    }
    Files.delete(folder.resolve("vocab.json"));
    for (int length : new int[] {0, 5, 300, bytes.size() - 1}) {
      Files.write(folder.resolve("vocab.json.gz"), Arrays.copyOf(bytes.toByteArray(), length));
      rejected(folder.resolve("vocab.json.gz") + ": not a whole gzip file");
    }
    Files.writeString(folder.resolve("vocab.json.gz"), "not gzip at all");
    rejected(folder.resolve("vocab.json.gz") + ": not a whole gzip file");
  }

  private void rejected(String message) {
    assertThatThrownBy(() -> MossTokenizer.load(folder))
        .isInstanceOf(TokenizerFileException.class)
        .hasMessageStartingWith(message);
  }

  private String at(String file, int line) {
    return folder.resolve(file) + ":" + line + ": ";
  }

  private void edit(String file, String from, String to) throws IOException {
    String content = Files.readString(folder.resolve(file));
    if (!content.contains(from)) {
      throw new IllegalArgumentException(file + " has no " + from);
    }
    Files.writeString(folder.resolve(file), content.replace(from, to));
  }
}
