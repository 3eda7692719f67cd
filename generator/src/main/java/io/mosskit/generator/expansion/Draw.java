package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Characters;
import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Licences;
import io.mosskit.generator.prompt.Persona;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request for new prompts.
///
/// @param quota what it works for
/// @param round of the run, from 1
/// @param number of the draw in its round, from 1
/// @param brief what it asks for besides
/// @param examples what it shows, in the order shown
record Draw(Quota quota, int round, int number, Brief brief, List<Prompt> examples) {

  private static final String FAULT = "broken_answer";

  Draw {
    examples = List.copyOf(examples);
  }

  /// Names it in the journal: `code zh, round 1, draw 2`.
  String key() {
    return "%s, round %d, draw %d".formatted(quota.name(), round, number);
  }

  /// The kind of what it brings.
  @Nullable String kind() {
    Taxon taxon = brief.taxon();
    return taxon == null ? null : taxon.kind().label();
  }

  /// The risk that it is about.
  @Nullable String risk() {
    Taxon taxon = brief.taxon();
    Risk risk = taxon == null ? null : taxon.risk();
    return risk == null ? null : risk.label();
  }

  /// The licence of what comes of it: that of everything it shows.
  @Nullable String licence() {
    List<@Nullable String> licences = new ArrayList<>();
    examples.forEach(example -> licences.add(example.licence()));
    Persona persona = brief.persona();
    if (persona != null) {
      licences.add(persona.licence());
    }
    return Licences.of(licences);
  }

  /// The prompts in an answer, `{"prompts": ["…", …]}`.
  static Read<List<String>> read(ChatReply reply) {
    return switch (JsonAnswer.of(reply.content())) {
      case JsonAnswer.Broken(String why) -> new Faulty<>(FAULT, why);
      case JsonAnswer.Read(Json.Obj object) -> {
        List<String> prompts = strings(object.get("prompts"));
        yield prompts.isEmpty()
            ? new Faulty<>(FAULT, "\"prompts\" is no array of strings, or an empty one")
            : new Usable<>(prompts);
      }
    };
  }

  /// The strings of an array of strings; none where it is anything else.
  private static List<String> strings(@Nullable Json json) {
    List<String> strings = new ArrayList<>();
    if (json instanceof Json.Arr(List<Json> elements)) {
      for (Json element : elements) {
        if (!(element instanceof Json.Str(String text))) {
          return List.of();
        }
        strings.add(Characters.whole(text.strip()));
      }
    }
    return strings;
  }
}
