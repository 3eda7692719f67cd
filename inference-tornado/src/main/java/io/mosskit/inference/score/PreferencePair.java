package io.mosskit.inference.score;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Two dialogues that differ in their last reply, of which people or a judge chose one. As in
/// MOSS-RLHF, a dialogue is a list of utterances in turn, the user's first.
///
/// @param chosen an even number of utterances, none of them blank
/// @param rejected as many; only the last one differs
public record PreferencePair(List<String> chosen, List<String> rejected) {

  public PreferencePair {
    chosen = List.copyOf(chosen);
    rejected = List.copyOf(rejected);
    int last = chosen.size() - 1;
    if (chosen.size() < 2 || chosen.size() % 2 != 0 || rejected.size() != chosen.size()) {
      throw new IllegalArgumentException(
          "%d chosen and %d rejected utterances; expected the same even number, user and assistant in turn"
              .formatted(chosen.size(), rejected.size()));
    }
    if (chosen.stream().anyMatch(String::isBlank) || rejected.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an utterance is blank");
    }
    if (!chosen.subList(0, last).equals(rejected.subList(0, last))) {
      throw new IllegalArgumentException("the dialogues differ before their last replies");
    }
    if (chosen.getLast().equals(rejected.getLast())) {
      throw new IllegalArgumentException("both replies are the same");
    }
  }

  /// The pair in an object with the members `chosen` and `rejected`.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  public static PreferencePair of(Json json) {
    return new PreferencePair(utterances(json, "chosen"), utterances(json, "rejected"));
  }

  private static List<String> utterances(Json json, String name) {
    if (!(json instanceof Json.Obj object) || !(object.get(name) instanceof Json.Arr all)) {
      throw new IllegalArgumentException("no array \"" + name + "\" of utterances");
    }
    List<String> utterances = new ArrayList<>();
    for (Json utterance : all.elements()) {
      if (!(utterance instanceof Json.Str(String text))) {
        throw new IllegalArgumentException("an utterance in \"" + name + "\" is no string");
      }
      utterances.add(text);
    }
    return utterances;
  }

  /// Utterances as a dialogue without a meta instruction.
  static Conversation dialogue(List<String> utterances) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < utterances.size(); i += 2) {
      turns.add(Turn.plain(turns.size() + 1, utterances.get(i), utterances.get(i + 1)));
    }
    return Conversation.of("pair", MetaInstruction.parse(""), turns);
  }
}
