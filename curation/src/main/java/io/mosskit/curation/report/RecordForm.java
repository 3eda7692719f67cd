package io.mosskit.curation.report;

import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.Draft;
import io.mosskit.curation.Stages;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// What a dataset card says of the form of the records.
final class RecordForm {
  static final List<List<String>> FIELDS =
      List.of(
          List.of("`conversation_id`", "text or a number, unique within its source only"),
          List.of("`meta_instruction`", "the system prompt"),
          List.of("`num_turns`", "how many turns the dialogue has"),
          List.of(
              "`chat.turn_N`",
              "turn N: `Human`, `Inner Thoughts`, `Commands`, `Tool Responses` and `MOSS`, each between"
                  + " its markers, with `None` where there is nothing"),
          List.of("`category`", "the category in its source’s own words, where it gives one"),
          List.of("`mosskit.id`", "the record’s id in this corpus"),
          List.of(
              "`mosskit.tags`",
              "an array: `facet` (category, language, task, difficulty, safety), `name`, and `origin`:"
                  + " `human`, `declared` by the record, or told by a `rule` or a `model` with a"
                  + " `confidence`"),
          List.of("`mosskit.language`", "of the user’s words: `zh`, `en`, `mixed` or `other`"),
          List.of("`mosskit.languages`", "of each turn: of its `user` and of its `reply`"),
          List.of("`mosskit.turns`", "how many turns were counted"),
          List.of(
              "`mosskit.characters`",
              "the length of all that the `user` and the `reply` side wrote"),
          List.of(
              "`mosskit.repetition`",
              "for each reply, the share of its characters in repeated `lines` and in its commonest run"
                  + " of four units, `gram`"),
          List.of(
              "`mosskit.lineage`",
              "how the record was made: `seeds`, `parents`, `template`, `teacher`, `requests`, plugin"
                  + " `receipts` and the `verdicts` of all stages, as far as they are known"));

  private RecordForm() {}

  /// A record that stands in no corpus, as a curation writes it.
  static String example() {
    Conversation invented =
        Conversation.of(
                "example",
                MetaInstruction.parse("You are an AI assistant.\n"),
                List.of(Turn.plain(1, "“谢谢”用英语怎么说？", "Thank you.")))
            .withCategory("writing");
    Entry entry = new Entry.Accepted(invented, new Origin(Path.of("-"), 1, 0));
    try (Stages stages = Stages.of(CurationPlan.standard())) {
      return switch (stages.draft(entry)) {
        case Draft.Candidate(Conversation kept, var _) -> MossJson.pretty(kept);
        case Draft.Rejected(var rejection) -> throw new AssertionError(rejection);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the standard plan names no files
    }
  }
}
