package io.mosskit.benchmarks;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Writes a corpus of made-up dialogues in which everything happens that curation looks for, and an
/// evaluation set of which some dialogues contain an item. The same bytes for the same seed.
///
/// Half of the dialogues are English, half Chinese; words follow Zipf's law. Of 1,000 records about
/// 30 are copies of an earlier one, 50 earlier ones with words changed, 20 contain private data, 5
/// an item of the evaluation set, 5 have an empty reply, 5 run in a loop, 5 are cut off in a code
/// block and 5 cannot be read.
///
/// Arguments: folder; megabytes; seed (1). Writes `corpus-N.jsonl` of up to 256 MB each and
/// `eval.jsonl`.
public final class CurationCorpus {
  private static final long FILE_BYTES = 256L << 20;
  private static final int ITEMS = 2_000;
  private static final int REMEMBERED = 20_000;

  private static final String[] CATEGORIES = {"advice", "code", "awesome_en", "rp", "writing"};

  private final SplittableRandom random;
  private final MadeUpSentences sentences;
  private final List<String> items = new ArrayList<>();
  private final List<Conversation> earlier = new ArrayList<>();
  private final TreeMap<String, Long> counts = new TreeMap<>();
  private long number;

  private CurationCorpus(long seed) {
    this.random = new SplittableRandom(seed);
    this.sentences = new MadeUpSentences(random.split());
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    long bytes = Long.parseLong(args[1]) * 1_000_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    new CurationCorpus(seed).write(folder, bytes);
  }

  private void write(Path folder, long bytes) throws IOException {
    writeItems(folder.resolve("eval.jsonl"));
    long written = 0;
    for (int file = 0; written < bytes; file++) {
      long until = Math.min(bytes, written + FILE_BYTES);
      Path path = folder.resolve("corpus-" + file + ".jsonl");
      try (BufferedWriter out = Files.newBufferedWriter(path)) {
        while (written < until) {
          String line = line();
          out.write(line);
          out.write('\n');
          written += line.getBytes(StandardCharsets.UTF_8).length + 1L;
          number++;
        }
      }
    }
    System.out.printf(Locale.ROOT, "%,d records, %,d bytes%n", number, written);
    counts.forEach((what, count) -> System.out.printf(Locale.ROOT, "%-14s %,d%n", what, count));
  }

  private void writeItems(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      String question = sentences.next(i % 2 == 0, 24);
      items.add(question);
      lines.add(
          Json.object()
              .put("question", question)
              .put("answer", sentences.next(i % 2 == 0, 6))
              .build()
              .text());
    }
    Files.write(file, lines);
  }

  private String line() {
    int kind = random.nextInt(1000);
    if (kind < 5) {
      count("unreadable");
      return "{\"conversation_id\":" + number + ",\"chat\":";
    }
    Conversation dialogue = dialogue(kind - 5);
    remember(dialogue);
    return MossJson.line(dialogue);
  }

  private void remember(Conversation dialogue) {
    if (earlier.size() < REMEMBERED) {
      earlier.add(dialogue);
    } else {
      earlier.set(random.nextInt(REMEMBERED), dialogue);
    }
  }

  private Conversation dialogue(int kind) {
    boolean english = random.nextBoolean();
    if (kind < 30 && !earlier.isEmpty()) {
      count("copy");
      return earlier.get(random.nextInt(earlier.size()));
    } else if (kind < 80 && !earlier.isEmpty()) {
      count("edited");
      return edited(earlier.get(random.nextInt(earlier.size())));
    } else if (kind < 100) {
      count("private");
      return fresh(english, privateData(english));
    } else if (kind < 105) {
      count("contaminated");
      return fresh(english, items.get(random.nextInt(ITEMS)));
    } else if (kind < 110) {
      count("empty reply");
      return of(List.of(question(english), "None"));
    } else if (kind < 115) {
      count("loop");
      return of(List.of(question(english), (english ? "and so on " : "如此这般").repeat(60)));
    } else if (kind < 120) {
      count("cut off");
      return of(
          List.of(question(english), sentences.next(english, 30) + "\n```python\nfor i in range("));
    }
    count("fresh");
    return fresh(english, "");
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  private String question(boolean english) {
    return sentences.next(english, 8 + random.nextInt(30));
  }

  private Conversation fresh(boolean english, String beside) {
    List<String> words = new ArrayList<>();
    int turns = 1 + random.nextInt(5);
    for (int turn = 0; turn < turns; turn++) {
      words.add(question(english) + (turn == 0 && !beside.isEmpty() ? " " + beside : ""));
      words.add(reply(english));
    }
    return of(words);
  }

  private String reply(boolean english) {
    StringBuilder reply = new StringBuilder();
    int paragraphs = 1 + random.nextInt(4);
    for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
      reply.append(paragraph == 0 ? "" : "\n\n");
      int count = 2 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        reply.append(sentences.next(english, 8 + random.nextInt(20)));
        reply.append(english ? " " : "");
      }
    }
    if (random.nextInt(8) == 0) {
      reply
          .append("\n\n```python\nfor i in range(")
          .append(random.nextInt(1000))
          .append("):\n    print(i)\n```");
    }
    return reply.toString().strip();
  }

  /// The dialogue with a word more in each question: a near-duplicate where questions are long.
  private Conversation edited(Conversation dialogue) {
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : dialogue.turns()) {
      turns.add(Turn.plain(turn.number(), turn.human() + " ok", turn.reply()));
    }
    return dialogue.withTurns(turns);
  }

  private String privateData(boolean english) {
    String mail = "user" + random.nextInt(100_000) + "@mail" + random.nextInt(50) + ".net";
    String phone = "138" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    return english
        ? "Please write to " + mail + " or call +86 " + phone + "."
        : "请发邮件到" + mail + "或者打电话" + phone + "。";
  }

  private Conversation of(List<String> words) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      turns.add(Turn.plain(i / 2 + 1, words.get(i), words.get(i + 1)));
    }
    return Conversation.of(Long.toString(number), MetaInstruction.plain(), turns)
        .withCategory(CATEGORIES[random.nextInt(CATEGORIES.length)]);
  }
}
