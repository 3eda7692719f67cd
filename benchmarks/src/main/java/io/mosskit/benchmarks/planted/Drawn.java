package io.mosskit.benchmarks.planted;

import io.mosskit.plugins.Plugins;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A dialogue whose slots are filled.
///
/// @param phrasing the line of `phrasings.txt` where it begins
/// @param enabled what its meta instruction switches on
/// @param plugins those that gave its results
record Drawn(
    int phrasing,
    String family,
    String language,
    Set<Capability> enabled,
    Plugins plugins,
    List<DrawnTurn> turns) {

  Drawn {
    enabled = Set.copyOf(enabled);
    turns = List.copyOf(turns);
  }

  /// The same with another turn in this place.
  Drawn with(int index, DrawnTurn turn) {
    List<DrawnTurn> others = new ArrayList<>(turns);
    others.set(index, turn);
    return new Drawn(phrasing, family, language, enabled, plugins, others);
  }

  /// The same with these capabilities switched on.
  Drawn with(Set<Capability> capabilities) {
    return new Drawn(phrasing, family, language, capabilities, plugins, turns);
  }

  /// The dialogue as a record.
  Conversation conversation(String id) {
    List<Turn> numbered = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      numbered.add(turns.get(i).turn(i + 1));
    }
    return Conversation.of(id, MetaInstruction.sevenLines(enabled), numbered);
  }

  /// A turn whose slots are filled.
  ///
  /// @param reply in its pieces, of which some state a number
  record DrawnTurn(
      String user, String thoughts, List<PluginCall> calls, List<Block> blocks, List<Piece> reply) {

    DrawnTurn {
      calls = List.copyOf(calls);
      blocks = List.copyOf(blocks);
      reply = List.copyOf(reply);
    }

    Turn turn(int number) {
      return Turn.withPlugins(
          number, List.of(user, thoughts, Commands.body(calls), Results.body(blocks), replyText()));
    }

    String replyText() {
      return reply.stream().map(Piece::text).collect(Collectors.joining());
    }

    DrawnTurn withCalls(List<PluginCall> otherCalls, List<Block> otherBlocks) {
      return new DrawnTurn(user, thoughts, otherCalls, otherBlocks, reply);
    }

    DrawnTurn withReply(List<Piece> pieces) {
      return new DrawnTurn(user, thoughts, calls, blocks, pieces);
    }
  }

  /// A piece of a reply.
  sealed interface Piece {

    String text();

    /// Words that stay as they are.
    record Words(String text) implements Piece {}

    /// A number that comes from a result.
    record Stated(BigDecimal value, Rendering rendering) implements Piece {

      @Override
      public String text() {
        return rendering.text(value);
      }
    }
  }
}
