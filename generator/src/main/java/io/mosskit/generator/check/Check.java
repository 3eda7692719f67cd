package io.mosskit.generator.check;

import java.util.Optional;

/// One thing that can be wrong with a turn. A new one is a class, a line in [TurnChecks], its words
/// in `again.zh.txt` and `again.en.txt`, and a line in `docs/dialogues.md`.
interface Check {

  /// The name of what it finds in snake case: the reason in `rejected.jsonl`.
  String fault();

  /// What exactly is wrong; empty where nothing is.
  Optional<String> find(Candidate turn);
}
