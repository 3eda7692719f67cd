package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How one form says a dialogue, as far as it can. Id, category, members beside and whatever the
/// form cannot say are the business of [ExactCodec].
interface Form {

  /// The name on the command line.
  String name();

  /// The names of the members that [#encode] writes and [#decode] reads.
  Set<String> members();

  /// What a dialogue loses on the way through this form alone.
  Set<Loss> losses();

  /// The dialogue's content in the members of this form.
  Json.Obj encode(Conversation conversation);

  /// The content of a record, its turns numbered from 1.
  Content decode(Json.Obj record) throws ConversionException;

  /// What a form says of a dialogue.
  ///
  /// @param beside members of the form that the dialogue keeps, such as foreign tool definitions
  record Content(String metaInstruction, List<Turn> turns, Map<String, Json> beside) {

    public Content {
      turns = List.copyOf(turns);
      beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
    }
  }
}
