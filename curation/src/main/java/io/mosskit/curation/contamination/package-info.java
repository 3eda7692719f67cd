/// Evaluation sets and dialogues enter; the stretches that both have in common leave, each with the
/// item that it is of and its place in the dialogue, and the dialogues without them, or marked.
///
/// Start at [io.mosskit.curation.contamination.Decontamination#run] for files, at
/// [io.mosskit.curation.contamination.Decontaminator] for one dialogue at a time:
///
/// ```java
/// EvaluationSet mmlu = EvaluationFiles.read("MMLU", Path.of("mmlu/test"), List.of());
/// EvaluationSets sets = EvaluationSets.of(List.of(mmlu), Matching.standard());
/// Decontaminated judged = new Decontaminator(sets, Policy.DROP).judge(dialogue);
/// ```
@NullMarked
package io.mosskit.curation.contamination;

import org.jspecify.annotations.NullMarked;
