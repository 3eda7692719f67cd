package io.mosskit.inference.eval;

import io.mosskit.inference.chat.ChatListener;
import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Round;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.audit.Stage;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Drives plugin dialogues through a model: it hears what the user says in the record and writes
/// all else itself, and each of its turns is held against what the record calls there.
///
/// A result stands under each plugin that the record's turn calls: `well_formed` (its commands can
/// be read and executed), `executed` (each call has an answer), `right_tool` (the same plugins),
/// `right_argument` (the same calls) and `supported` (it called something, and its reply states
/// nothing that calls and words do not support).
public final class PluginLoop {
  private static final String TASK = "plugins ";

  private final Auditor auditor;

  /// Holds a dialogue.
  public interface Talker {

    /// Forgets all turns.
    void clear();

    /// The reply to what the user says.
    ///
    /// @param listener told of the calls on the way
    String say(String words, ChatListener listener);
  }

  /// @param auditor says what supports a reply; its replays are not needed
  public PluginLoop(Auditor auditor) {
    this.auditor = auditor.withoutReplay();
  }

  /// What the model made of one turn.
  private static final class Heard implements ChatListener {
    private @Nullable Round round;
    private boolean refused;

    @Override
    public void reply(String piece) {}

    @Override
    public void executed(Round executed) {
      round = executed;
    }

    @Override
    public void refused(String problem) {
      refused = true;
    }

    List<PluginCall> calls() {
      return round == null
          ? List.of()
          : round.executions().stream().map(Execution::block).map(Results.Block::call).toList();
    }

    boolean answered() {
      return round != null && round.succeeded();
    }

    String results() {
      return round == null
          ? Field.NONE
          : switch (round.results()) {
            case Results.None _ -> Field.NONE;
            case Results.Inline(String text) -> text;
            case Results.Blocks(List<Results.Block> blocks) -> Results.body(blocks);
            case Results.Malformed(String expected) -> expected;
          };
    }
  }

  /// What the model makes of the turns of a dialogue that call plugins.
  public List<ItemResult> run(Conversation dialogue, Talker talker) {
    talker.clear();
    List<ItemResult> results = new ArrayList<>();
    List<Turn> held = new ArrayList<>();
    for (Turn recorded : dialogue.turns()) {
      Heard heard = new Heard();
      String reply = talker.say(recorded.human(), heard);
      held.add(turn(held.size() + 1, recorded.human(), heard, reply));
      if (Commands.parse(recorded.body(Field.COMMANDS).strip())
          instanceof Commands.Calls(List<PluginCall> expected)) {
        boolean supported =
            !heard.calls().isEmpty()
                && auditor.audit(dialogue.meta(), held, held.size() - 1).findings().stream()
                    .noneMatch(finding -> finding.stage() == Stage.MEANING);
        String item = dialogue.recordId() + "#" + recorded.number();
        Json.Obj detail =
            Json.object()
                .put("expected", expected.stream().map(PluginCall::toString).toList())
                .put("called", heard.calls().stream().map(PluginCall::toString).toList())
                .put("reply", reply)
                .build();
        for (String plugin : names(expected)) {
          results.add(
              new ItemResult(TASK + plugin, item, metrics(expected, heard, supported), detail));
        }
      }
    }
    return results;
  }

  private static Turn turn(int number, String human, Heard heard, String reply) {
    return Turn.withPlugins(
        number, List.of(human, Field.NONE, Commands.body(heard.calls()), heard.results(), reply));
  }

  private static Map<String, Double> metrics(
      List<PluginCall> expected, Heard heard, boolean supported) {
    List<PluginCall> calls = heard.calls();
    Set<PluginCall> wanted = new HashSet<>(expected);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("well_formed", value(!heard.refused));
    metrics.put("executed", value(heard.answered()));
    metrics.put("right_tool", value(names(calls).equals(names(expected))));
    metrics.put("right_argument", value(wanted.equals(new HashSet<>(calls))));
    metrics.put("supported", value(supported));
    return metrics;
  }

  private static Set<String> names(List<PluginCall> calls) {
    Set<String> names = new TreeSet<>();
    calls.forEach(call -> names.add(call.name()));
    return names;
  }

  private static double value(boolean holds) {
    return holds ? 1 : 0;
  }
}
