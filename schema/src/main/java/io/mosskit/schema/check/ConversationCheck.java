package io.mosskit.schema.check;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Holds a dialogue against the [Rule]s. Pure and thread-safe.
public final class ConversationCheck {

  private static final List<Field> FIELDS = List.of(Field.values());
  private static final String ROLE_MARKER = "<|";
  private static final String END_MARKER = "<eo";

  private ConversationCheck() {}

  /// The findings of all rules, in the order of the turns.
  public static List<Finding> all(Conversation conversation) {
    List<Finding> findings = new ArrayList<>(violations(conversation));
    for (int i = 0; i < conversation.turns().size(); i++) {
      Turn previous = i == 0 ? null : conversation.turns().get(i - 1);
      StyleCheck.check(conversation.turns().get(i), previous, findings);
      TraceCheck.oddities(conversation.turns().get(i), findings);
    }
    return List.copyOf(findings);
  }

  /// The findings of the rules whose breach makes a record invalid.
  public static List<Finding> violations(Conversation conversation) {
    List<Finding> findings = new ArrayList<>();
    checkNumbers(conversation, findings);
    Set<String> enabled = TraceCheck.enabledPlugins(conversation.metaInstruction());
    for (Turn turn : conversation.turns()) {
      check(turn, enabled, findings);
    }
    return findings;
  }

  /// The findings of those rules that concern one turn alone, as long as a dialogue is still held.
  ///
  /// @param metaInstruction of the dialogue; its switch lines say what may be called
  public static List<Finding> violations(String metaInstruction, Turn turn) {
    List<Finding> findings = new ArrayList<>();
    check(turn, TraceCheck.enabledPlugins(metaInstruction), findings);
    return findings;
  }

  /// The findings of those rules that concern the dialogue as a whole.
  public static List<Finding> numbering(Conversation conversation) {
    List<Finding> findings = new ArrayList<>();
    checkNumbers(conversation, findings);
    return findings;
  }

  private static void check(Turn turn, Set<String> enabled, List<Finding> findings) {
    checkMarkers(turn, findings);
    TraceCheck.violations(turn, enabled, findings);
  }

  private static void checkNumbers(Conversation conversation, List<Finding> findings) {
    int expected = 1;
    for (Turn turn : conversation.turns()) {
      if (turn.number() != expected) {
        findings.add(
            new Finding(
                Rule.TURN_NUMBERING,
                turn.number(),
                "turn_" + turn.number() + " stands where turn_" + expected + " was expected"));
        return;
      }
      expected++;
    }
    if (conversation.declaredTurns() != conversation.turns().size()) {
      findings.add(
          new Finding(
              Rule.NUM_TURNS,
              0,
              "num_turns says %d, chat has %d"
                  .formatted(conversation.declaredTurns(), conversation.turns().size())));
    }
  }

  private static void checkMarkers(Turn turn, List<Finding> findings) {
    for (Field field : FIELDS) {
      String value = turn.value(field);
      if (!field.isWellFormed(value)) {
        findings.add(
            new Finding(
                Rule.MARKERS,
                turn.number(),
                "%s: expected \"%s … %s\\n\""
                    .formatted(field.key(), field.opening(), field.closing())));
      }
      String stray = strayMarker(value, field);
      if (stray != null) {
        findings.add(
            new Finding(
                Rule.STRAY_MARKER, turn.number(), field.key() + ": " + stray + " in its text"));
      }
    }
  }

  /// A role marker after the field's own, or an end marker before it.
  private static @org.jspecify.annotations.Nullable String strayMarker(String value, Field field) {
    int closing = value.lastIndexOf(field.closing());
    for (int at = value.indexOf(END_MARKER); at >= 0; at = value.indexOf(END_MARKER, at + 1)) {
      for (Field other : FIELDS) {
        if (at != closing && value.startsWith(other.closing(), at)) {
          return other.closing();
        }
      }
    }
    for (int at = value.indexOf(ROLE_MARKER, 1); at >= 0; at = value.indexOf(ROLE_MARKER, at + 1)) {
      for (Field other : FIELDS) {
        if (value.startsWith(other.opening(), at)) {
          return other.opening();
        }
      }
    }
    return null;
  }
}
