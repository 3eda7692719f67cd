package io.mosskit.generator.expansion;

import io.mosskit.generator.plan.Quota;

/// How the prompts of one category in one language grew.
///
/// @param quota what was wanted
/// @param proposed how many prompts the teacher proposed
/// @param accepted how many of them were accepted
/// @param stalled whether the rounds stopped before the quota was full, because they brought
///   nothing
public record FamilyReport(Quota quota, long proposed, long accepted, boolean stalled) {}
