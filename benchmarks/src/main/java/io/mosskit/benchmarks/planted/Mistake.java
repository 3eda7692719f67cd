package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Drawn.DrawnTurn;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The kinds of errors that are planted. Each knows dialogues and nothing of the auditor, and
/// plants only what is certainly wrong.
enum Mistake {
  /// The reply states another number than the result has.
  WRONG_NUMBER("wrong number in the reply"),
  /// The reply cites a result that is not there.
  DANGLING_CITATION("dangling citation"),
  /// Another tool is called than the argument is for.
  WRONG_TOOL("wrong tool"),
  /// The argument is another than the recorded result belongs to.
  ALTERED_ARGUMENT("altered argument"),
  /// The reply names a source or quotes words that no result has.
  INVENTED_SOURCE("invented source or quotation"),
  /// The same, in words that the rules were not written with.
  UNSEEN_INVENTION("source or quotation in unseen words");

  /// The five that a measure counts; [#UNSEEN_INVENTION] stands beside them.
  static final List<Mistake> COUNTED =
      List.of(WRONG_NUMBER, DANGLING_CITATION, WRONG_TOOL, ALTERED_ARGUMENT, INVENTED_SOURCE);

  private final String label;

  Mistake(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// Plants it into a turn; empty where the turn has no room for it.
  Optional<Planted> plant(Drawn dialogue, int turn, RandomGenerator random) {
    return switch (this) {
      case WRONG_NUMBER -> WrongNumber.plant(dialogue, turn, random);
      case DANGLING_CITATION -> Citing.dangling(dialogue, turn, random);
      case WRONG_TOOL -> Calling.wrongTool(dialogue, turn, random);
      case ALTERED_ARGUMENT -> Calling.alteredArgument(dialogue, turn, random);
      case INVENTED_SOURCE -> Citing.invention(dialogue, turn, false, random);
      case UNSEEN_INVENTION -> Citing.invention(dialogue, turn, true, random);
    };
  }

  static <T> T one(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  static Planted planted(Drawn dialogue, int turn, DrawnTurn changed, String what) {
    return new Planted(dialogue.with(turn, changed), turn, what);
  }
}
