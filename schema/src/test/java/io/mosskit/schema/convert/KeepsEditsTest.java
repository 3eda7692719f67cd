package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A record that somebody changed after it was written keeps the change, and the rest of its
/// residue.
class KeepsEditsTest {

  private static Conversation twoMalformedTurns() {
    Conversation one = Dialogues.malformed();
    List<Turn> turns = new ArrayList<>(one.turns());
    turns.add(one.turns().getFirst().numbered(2));
    return new Conversation(
        new Json.Num("17"), one.metaInstruction(), 2, turns, one.keys(), one.beside());
  }

  private static Conversation readAfter(String from, String to) throws Exception {
    String text = Codecs.messages().write(twoMalformedTurns()).text();
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    String edited = text.substring(0, at) + to + text.substring(at + from.length());
    return Codecs.messages().read(Json.parse(edited), "d");
  }

  @Test
  void anEditedTurnLosesItsResidueAndTheOthersKeepTheirs() throws Exception {
    Conversation back = readAfter("\"content\":\"4\"", "\"content\":\"四\"");
    assertThat(back.turns().getFirst().reply()).isEqualTo("四");
    assertThat(back.turns().getFirst().isNone(Field.COMMANDS)).isTrue();
    assertThat(back.turns().getLast()).isEqualTo(twoMalformedTurns().turns().getLast());
    assertThat(back.id()).isEqualTo(new Json.Num("17"));
  }

  @Test
  void anEditedIdIsKept() throws Exception {
    assertThat(readAfter("\"id\":\"17\"", "\"id\":\"abc\"").id()).isEqualTo(Json.of("abc"));
  }

  @Test
  void membersAddedByOthersAreKept() throws Exception {
    Conversation back = readAfter("{\"id\"", "{\"quality\":0.5,\"tool_calls\":null,\"id\"");
    assertThat(back.beside().get("quality")).isEqualTo(new Json.Num("0.5"));
    assertThat(back.turns()).isEqualTo(twoMalformedTurns().turns());
  }

  @Test
  void membersThatOthersFilledWithNullChangeNothing() throws Exception {
    Conversation back =
        readAfter("{\"role\":\"user\"", "{\"tool_calls\":null,\"name\":null,\"role\":\"user\"");
    assertThat(back).isEqualTo(twoMalformedTurns());
  }
}
