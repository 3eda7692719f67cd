package io.mosskit.cli;

import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.util.Arrays;
import java.util.List;

/// A record with both its text and its ids, or why there is none.
sealed interface TokenizedRecord {

  String IDS = "ids";

  /// Makes one of the two from the other.
  @FunctionalInterface
  interface Rule {
    TokenizedRecord of(Json record);
  }

  record Done(Json.Obj record) implements TokenizedRecord {}

  record Rejected(String problem) implements TokenizedRecord {}

  /// The same, a problem with the place where it stands.
  default TokenizedRecord at(Origin origin) {
    return switch (this) {
      case Done done -> done;
      case Rejected(String problem) -> new Rejected(origin + ": " + problem);
    };
  }

  /// A string or an object with a text, with its ids.
  static TokenizedRecord encoded(
      Json record, MossTokenizer tokenizer, String field, ControlTokens controlTokens) {
    Json.Obj object =
        record instanceof Json.Str ? Json.object().put(field, record).build() : objectOf(record);
    String text = object.string(field);
    if (text == null) {
      return new Rejected("no text in \"%s\"; name its member with --field".formatted(field));
    }
    List<Json.Num> ids =
        Arrays.stream(tokenizer.encode(text, controlTokens)).mapToObj(Json::of).toList();
    return new Done(object.with(IDS, Json.of(ids)));
  }

  /// An array of ids or an object with one, with its text.
  static TokenizedRecord decoded(Json record, MossTokenizer tokenizer, String field) {
    Json.Obj object =
        record instanceof Json.Arr ? Json.object().put(IDS, record).build() : objectOf(record);
    if (!(object.get(IDS) instanceof Json.Arr(List<Json> elements))) {
      return new Rejected("no array \"ids\"");
    }
    int[] ids = new int[elements.size()];
    for (int i = 0; i < ids.length; i++) {
      if (!(elements.get(i) instanceof Json.Num(String number)) || !number.matches("[0-9]{1,9}")) {
        return new Rejected("%s among the ids is no id".formatted(elements.get(i).text()));
      }
      ids[i] = Integer.parseInt(number);
      if (ids[i] >= tokenizer.vocabularySize()) {
        return new Rejected(
            "the id %d is not in the vocabulary, whose ids are 0 to %d"
                .formatted(ids[i], tokenizer.vocabularySize() - 1));
      }
    }
    return new Done(object.with(field, Json.of(tokenizer.decode(ids))));
  }

  private static Json.Obj objectOf(Json record) {
    return record instanceof Json.Obj object ? object : Json.Obj.EMPTY;
  }
}
