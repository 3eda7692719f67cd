package io.mosskit.generator.check;

import io.mosskit.generator.check.Place.Cut;
import io.mosskit.generator.check.Place.Room;
import io.mosskit.generator.check.Place.Speech;
import io.mosskit.generator.tokens.TokenEstimate;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;

/// Places in dialogues.
final class Places {

  private Places() {}

  /// Behind these words, user and assistant in turns, with room for 2,000 tokens.
  static Place after(Language language, String... said) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      messages.add(new Message(i % 2 == 0 ? Role.USER : Role.ASSISTANT, said[i]));
    }
    return new Place(
        messages, new Speech(language, false), Cut.NONE, new Room(2000, TokenEstimate.INSTANCE));
  }

  /// Behind the user's first words, in the language that they begin in.
  static Place replyTo(String user) {
    boolean english = user.codePointAt(0) < 128;
    return after(english ? Language.EN : Language.ZH, user);
  }

  static Place with(Place place, Cut cut) {
    return new Place(place.said(), place.speech(), cut, place.room());
  }

  /// The same place without end.
  static Place wide(Place place) {
    Room room = new Room(Integer.MAX_VALUE, place.room().count());
    return new Place(place.said(), place.speech(), place.cut(), room);
  }
}
