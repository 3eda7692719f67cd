package io.mosskit.schema.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Glance;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the quick look calls clean, the whole reader accepts and no rule objects to, with as many
/// turns.
class QuickLookIsRightTest {

  @TempDir Path folder;

  private int assertRight(Path file) throws IOException {
    List<Glance> glances = new ArrayList<>();
    try (Scan<Glance> scan = Corpus.of(file).glance(glance -> glance)) {
      scan.forEach(glances::add);
    }
    List<Entry> entries = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(file).entries()) {
      scan.forEach(entries::add);
    }
    assertThat(glances).hasSameSizeAs(entries);
    int clean = 0;
    for (int i = 0; i < glances.size(); i++) {
      switch (glances.get(i)) {
        case Glance.Whole(Entry entry) -> assertThat(entry).isEqualTo(entries.get(i));
        case Glance.Clean(var origin, int turns) -> {
          assertThat(entries.get(i)).as(origin.toString()).isInstanceOf(Entry.Accepted.class);
          Entry.Accepted accepted = (Entry.Accepted) entries.get(i);
          assertThat(accepted.origin()).isEqualTo(origin);
          assertThat(accepted.conversation().turns()).hasSize(turns);
          assertThat(ConversationCheck.violations(accepted.conversation())).isEmpty();
          clean++;
        }
      }
    }
    return clean;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43, 44, 45, 46})
  void onRecordsWithBytesChanged(long seed) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String[] pieces = {
      "\"",
      "\\",
      "\\n",
      "\\u003c",
      "\\ud83d",
      "<|MOSS|>:",
      "<eoh>",
      "<eom>",
      "<",
      "{",
      "}",
      ",",
      "0",
      "\u0001",
      " ",
      "None",
      "中",
      "😀",
      "\"category\":\"x\"",
      "turn_3",
      "null",
      "<|1|>"
    };
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      Conversation record = random.nextBoolean() ? Samples.chinese("z" + i) : Samples.english("e");
      StringBuilder line =
          new StringBuilder(
              MossJson.line(random.nextBoolean() ? record : record.withCategory("rp")));
      for (int change = random.nextInt(3); change > 0; change--) {
        int at = random.nextInt(line.length());
        String piece = pieces[random.nextInt(pieces.length)];
        switch (random.nextInt(3)) {
          case 0 -> line.insert(at, piece);
          case 1 -> line.replace(at, Math.min(line.length(), at + piece.length()), piece);
          default -> line.deleteCharAt(at);
        }
      }
      lines.append(line).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(UTF_8);
    for (int i = 0; i < 100; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] = bytes[at] == '\n' ? bytes[at] : (byte) (0x80 + random.nextInt(0x80));
    }
    int clean = assertRight(Files.write(folder.resolve("mutated.jsonl"), bytes));
    assertThat(clean).isBetween(900, 2_900);
  }

  @Test
  void mostPublishedDialoguesWithoutPluginsAreClean() throws IOException {
    Path samples = SharedFolder.resolve("data/moss-003-samples");
    int clean = 0;
    for (Path file : Corpus.of(samples).files()) {
      clean += assertRight(file);
    }
    assertThat(clean).isGreaterThan(420);
  }
}
