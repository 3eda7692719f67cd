package io.mosskit.curation.contamination;

import io.mosskit.curation.Dialogues;
import java.util.ArrayList;
import java.util.List;

/// Small evaluation sets for tests.
final class Sets {
  static final String FOXES =
      "Which of the two foxes crossed the frozen river first, and why did it wait so long?";
  static final String POEM = "李白在《静夜思》中描写了床前的月光，请问他由此想到了什么地方的亲人？";

  private Sets() {}

  /// A set whose items have one text each, with the ids `0`, `1` …
  static EvaluationSet of(String name, String... questions) {
    List<EvaluationItem> items = new ArrayList<>();
    for (String question : questions) {
      items.add(new EvaluationItem(Integer.toString(items.size()), List.of(question)));
    }
    return new EvaluationSet(name, items);
  }

  static EvaluationSets foxesAndPoem(Matching matching) {
    return EvaluationSets.of(List.of(of("foxes", FOXES), of("诗", POEM)), matching);
  }

  /// What is found in a reply.
  static List<Overlap> inReply(EvaluationSets sets, String reply) {
    return sets.overlaps(Dialogues.of("1", "嗯 hm", reply));
  }
}
