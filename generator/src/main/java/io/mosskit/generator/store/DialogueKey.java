package io.mosskit.generator.store;

/// Which dialogue of which recipe is meant. A changed recipe holds a dialogue anew under its old
/// id; both have their place in the store, and a recipe that is changed back finds its own.
///
/// @param id of the dialogue
/// @param settings a hash of everything in the recipe that dialogues of its category depend on
/// @param fingerprint a hash of the settings, its teacher and its opening
public record DialogueKey(String id, String settings, String fingerprint) {}
