package io.mosskit.generator.store;

import io.mosskit.generator.money.Cost;

/// What the answers of one stage took, over all starts.
///
/// @param stage what was asked for: `expand-prompts`, `user-turn`, `reply`
/// @param ofDialogues whether it was asked for in dialogues, and not for new prompts
/// @param answers how many came
/// @param cost what they took
public record StageUsage(String stage, boolean ofDialogues, long answers, Cost cost) {}
