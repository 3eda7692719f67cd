package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes a corpus in which everything happens that can happen: dialogues in both languages,
/// copies, edited copies, empty replies, loops, and lines that are no dialogues.
final class BrokenCorpus {

  /// Lines that cannot be read, each for another reason.
  static final List<String> UNREADABLE =
      List.of(
          "{\"conversation_id\":1,",
          "[1,2]",
          "{\"conversation_id\":\"x\",\"meta_instruction\":\"\",\"num_turns\":1}",
          "{\"conversation_id\":\"x\",\"meta_instruction\":\"\",\"num_turns\":0,\"chat\":{}}");

  private BrokenCorpus() {}

  static Path write(Path file, int records, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Conversation> dialogues = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      int kind = random.nextInt(12);
      if (kind == 0) {
        lines.add(UNREADABLE.get(random.nextInt(UNREADABLE.size())));
      } else {
        Conversation next = dialogue(kind, i, dialogues, random);
        dialogues.add(next);
        lines.add(MossJson.line(next));
      }
    }
    return Files.write(file, lines);
  }

  private static Conversation dialogue(
      int kind, int number, List<Conversation> earlier, SplittableRandom random) {
    String id = Integer.toString(number);
    return switch (earlier.isEmpty() ? 5 : kind) {
      case 1 -> earlier.get(random.nextInt(earlier.size()));
      case 2 -> {
        Conversation other = earlier.get(random.nextInt(earlier.size()));
        yield Dialogues.of(id, other.turns().getFirst().human() + " 谢谢", words(random, 30));
      }
      case 3 -> Dialogues.of(id, words(random, 20), "None");
      case 4 -> Dialogues.of(id, words(random, 20), "循环 loop ".repeat(50));
      default ->
          Dialogues.of(id, words(random, 25), words(random, 60), words(random, 9), "好的。")
              .withCategory(random.nextBoolean() ? "code" : "rp");
    };
  }

  private static String words(SplittableRandom random, int count) {
    boolean chinese = random.nextBoolean();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (chinese) {
        words.appendCodePoint(0x4E00 + random.nextInt(3000));
      } else {
        words.append(Long.toString(1000 + random.nextLong(50_000), 36)).append(' ');
      }
    }
    return words.toString();
  }
}
