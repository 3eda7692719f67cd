package io.mosskit.benchmarks;

import io.mosskit.curation.tag.Tagger;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many dialogues a CPU second tags, by the shipped model and rules; what they declare is taken
/// away, so that the model is asked for each.
///
/// Arguments: a corpus; rounds (8).
public final class TaggingBenchmark {

  private static final double NANOS_A_SECOND = 1e9;

  private TaggingBenchmark() {}

  public static void main(String[] args) throws IOException {
    List<Conversation> dialogues = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(Path.of(args[0])).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
          dialogues.add(dialogue.without(Conversation.CATEGORY));
        }
      }
    }
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    try (Tagger tagger = Tagger.standard()) {
      for (int round = 1; round <= rounds; round++) {
        long tags = 0;
        long before = clock.getCurrentThreadCpuTime();
        for (Conversation dialogue : dialogues) {
          tags += tagger.tags(dialogue, Measures.of(dialogue)).size();
        }
        double seconds = (clock.getCurrentThreadCpuTime() - before) / NANOS_A_SECOND;
        System.out.printf(
            Locale.ROOT,
            "round %d: %,d dialogues, %.2f CPU s, %,.0f dialogues a CPU second, %,d tags%n",
            round,
            dialogues.size(),
            seconds,
            dialogues.size() / seconds,
            tags);
      }
    }
  }
}
