package io.mosskit.schema.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input gets an error that names file and line, goes to the rejects, and the reading goes on.
class RejectsBrokenRecordsTest {

  private static final String GOOD = MossJson.line(Samples.chinese("good"));

  @TempDir Path folder;

  /// The rejection of a bad line that stands between two good ones.
  private Rejection rejectionOf(byte[] bad) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((GOOD + "\n").getBytes(UTF_8));
    bytes.write(bad);
    bytes.write(("\n" + GOOD + "\n").getBytes(UTF_8));
    Path file = Files.write(folder.resolve("data.jsonl"), bytes.toByteArray());
    List<Entry> entries = ReadsCorporaTest.read(file);
    assertThat(entries).hasSize(3);
    assertThat(entries.getFirst()).isInstanceOf(Entry.Accepted.class);
    assertThat(entries.getLast()).isInstanceOf(Entry.Accepted.class);
    Rejection rejection = ((Entry.Rejected) entries.get(1)).rejection();
    assertThat(rejection.origin()).isEqualTo(new Origin(file, 2, GOOD.getBytes(UTF_8).length + 1));
    assertThat(rejection.toString()).startsWith(file + ":2: ");
    return rejection;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "conversation_id":"good"        | "conversation_id":null                   | wrong_type    | conversation_id: expected a string or an integer, found null
          "conversation_id":"good"        | "conversation_id":1.5                    | wrong_type    | conversation_id: expected a string or an integer
          "conversation_id":"good",       |                                          | missing_field | conversation_id is missing
          "num_turns":2                   | "num_turns":"2"                          | wrong_type    | num_turns: expected an integer, found a string
          "num_turns":2                   | "num_turns":-2                           | wrong_type    | num_turns: expected a count of turns, found -2
          "num_turns":2                   | "num_turns":99999999999                  | wrong_type    | num_turns: expected a count of turns
          "num_turns":2,                  |                                          | missing_field | num_turns is missing
          "num_turns":2                   | "num_turns":2,"num_turns":2              | duplicate_key | key "num_turns" comes twice
          "chat":{                        | "chat":[],"chat2":{                      | wrong_type    | chat: expected an object of turns, found an array
          "chat":{                        | "chat":{},"chat2":{                      | no_turns      | chat has no turns
          "chat":{                        | "talk":{                                 | missing_field | chat is missing
          "turn_2":                       | "turn_1":                                | duplicate_key | key "turn_1" comes twice in chat
          "turn_2":                       | "second":                                | unknown_turn_key | chat: expected a key such as turn_1, found "second"
          "turn_2":                       | "turn_02":                               | unknown_turn_key | found "turn_02"
          "turn_2":{                      | "turn_2":7,"turn_3":{                    | wrong_type    | chat.turn_2: expected an object, found an integer
          "Commands":"<                   | "Commands":[],"x":"<                     | wrong_type    | chat.turn_1.Commands: expected a string, found an array
          "Commands":"<                   | "Kommandos":"<                           | missing_field | chat.turn_1.Commands is missing
          "Commands":"<                   | "MOSS":"","Commands":"<                  | duplicate_key | chat.turn_1.MOSS comes twice
          "meta_instruction":             | "x":{"a":1,"a":2},"meta_instruction":    | duplicate_key | key "a" comes twice
          "meta_instruction":             | "meta_instruction":{},"y":               | wrong_type    | meta_instruction: expected a string, found an object
          """)
  void structure(String part, String replacement, String reason, String detail) throws IOException {
    String bad = GOOD.replaceFirst(java.util.regex.Pattern.quote(part), quote(replacement));
    assertThat(bad).isNotEqualTo(GOOD);
    Rejection rejection = rejectionOf(bad.getBytes(UTF_8));
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).contains(detail);
  }

  private static String quote(String replacement) {
    return replacement == null ? "" : java.util.regex.Matcher.quoteReplacement(replacement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "\"text\"", "42", "null"})
  void whatIsNoObject(String bad) throws IOException {
    Rejection rejection = rejectionOf(bad.getBytes(UTF_8));
    assertThat(rejection.reason()).isEqualTo("not_an_object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\": tru}", "hello", "{} {}", "{\"a\":\"\u0001\"}"})
  void whatIsNoJsonIsKeptAsText(String bad) throws IOException {
    Rejection rejection = rejectionOf(bad.getBytes(UTF_8));
    assertThat(rejection.reason()).isEqualTo("not_json");
    assertThat(rejection.record()).isEqualTo(Json.object().put("text", bad).build());
  }

  @Test
  void brokenUtf8IsKeptAsItsBytes() throws IOException {
    byte[] bad = GOOD.getBytes(UTF_8);
    bad[GOOD.indexOf("泡") + 20] = (byte) 0xFF;
    Rejection rejection = rejectionOf(bad);
    assertThat(rejection.reason()).isEqualTo("broken_utf8");
    String base64 = ((Json.Obj) rejection.record()).string("base64");
    assertThat(Base64.getDecoder().decode(base64)).isEqualTo(bad);
  }

  @Test
  void aTornLastLineAtEveryByte() throws IOException {
    byte[] line = (GOOD + "\n").getBytes(UTF_8);
    byte[] whole = new byte[2 * line.length];
    System.arraycopy(line, 0, whole, 0, line.length);
    System.arraycopy(line, 0, whole, line.length, line.length);
    for (int cut = line.length + 1; cut < whole.length - 1; cut++) {
      Path file = Files.write(folder.resolve("torn.jsonl"), Arrays.copyOf(whole, cut));
      assertThat(ReadsCorporaTest.ids(ReadsCorporaTest.read(file)))
          .containsExactly("good", "torn_last_line");
    }
  }

  @Test
  void aLineOfAHundredMegabytesIsNotHeld() throws IOException {
    Path file = folder.resolve("huge.jsonl");
    byte[] chunk = new byte[1 << 20];
    Arrays.fill(chunk, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((GOOD + "\n{\"a\":\"").getBytes(UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(chunk);
      }
      out.write(("\"}\n" + GOOD + "\n").getBytes(UTF_8));
    }
    List<Entry> entries = ReadsCorporaTest.read(file);
    assertThat(ReadsCorporaTest.ids(entries)).containsExactly("good", "too_long", "good");
    Rejection rejection = ((Entry.Rejected) entries.get(1)).rejection();
    assertThat(rejection.origin()).hasToString(file + ":2");
    assertThat(rejection.detail()).contains("104857608 bytes", "--max-record-bytes");
    assertThat(((Entry.Accepted) entries.get(2)).origin().line()).isEqualTo(3);
  }

  @Test
  void aLongLineAtTheEndOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("long.jsonl"), GOOD + "\n" + "y".repeat(3 << 20));
    List<Entry> entries =
        ReadsCorporaTest.read(ReadOptions.defaults().withMaxRecordBytes(1 << 20), file);
    assertThat(ReadsCorporaTest.ids(entries)).containsExactly("good", "too_long");
  }

  @Test
  void aFileThatBreaksOff() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      for (int i = 0; i < 2_000; i++) {
        out.write((MossJson.line(Samples.english("e" + i)) + "\n").getBytes(UTF_8));
      }
    }
    byte[] half = Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
    Path broken = Files.write(folder.resolve("a.jsonl.gz"), half);
    Path next = Files.writeString(folder.resolve("b.jsonl"), GOOD + "\n");
    List<String> ids = ReadsCorporaTest.ids(ReadsCorporaTest.read(broken, next));
    assertThat(ids).contains("unreadable_file").endsWith("good");
  }

  @Test
  void anArrayThatBreaksKeepsWhatStoodBefore() throws IOException {
    Path array = Files.writeString(folder.resolve("a.json"), "[" + GOOD + ", {\"a\":1, ]");
    assertThat(ReadsCorporaTest.ids(ReadsCorporaTest.read(array)))
        .containsExactly("good", "not_json");
  }
}
