/// Dialogues and a model enter; how well the model foretells each reply leaves: losses,
/// perplexities, instruction-following difficulty and the tokens that surprised it most.
///
/// [Scoring#run] scores a corpus into a folder and goes on where it was stopped. [DialogueScorer]
/// is the pure part below it. [PreferenceScorer] says which of two replies is the better, by a
/// trained head or by a rule that needs no training. No score depends on what is scored beside it.
@NullMarked
package io.mosskit.inference.score;

import org.jspecify.annotations.NullMarked;
