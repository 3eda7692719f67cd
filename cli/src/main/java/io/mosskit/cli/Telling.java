package io.mosskit.cli;

import io.mosskit.cli.Story.Chapter;
import io.mosskit.inference.score.Scoring;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one record says of itself.
///
/// @param lines for people
/// @param leadsTo the ids of the records that it names
/// @param requests the ids of the requests that it names
record Telling(List<String> lines, List<String> leadsTo, List<String> requests) {

  private static final int QUOTE = 70;

  /// The ids by which a record of a file of this kind is known: that which the toolkit gave it,
  /// which other records name, then its own.
  static List<String> idsOf(FileKind kind, Json.Obj record) {
    if (kind == FileKind.REJECTIONS) {
      return record.get("record") instanceof Json.Obj rejected ? idsOf(rejected) : List.of();
    }
    return idsOf(record);
  }

  private static List<String> idsOf(Json.Obj record) {
    List<String> ids = new ArrayList<>();
    if (record.get(Conversation.MOSSKIT) instanceof Json.Obj mosskit) {
      addId(mosskit.string("id"), ids);
    }
    for (String key : List.of("id", Conversation.ID)) {
      Json id = record.get(key);
      if (id != null) {
        ids.add(id instanceof Json.Str(String text) ? text : id.text());
      }
    }
    return ids;
  }

  static Telling of(Chapter chapter) {
    List<String> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    switch (chapter.kind()) {
      case CONVERSATIONS -> {
        if (chapter.record().get("chosen") == null) {
          lines.add(chapter.id() + ": a dialogue, " + chapter.origin());
          tellRecord(chapter.record(), lines, names);
        } else {
          lines.add(chapter.id() + ": a preference pair, " + chapter.origin());
          tellPair(chapter.record(), lines);
        }
      }
      case PROMPTS -> {
        lines.add(chapter.id() + ": a generated prompt, " + chapter.origin());
        tellRecord(chapter.record(), lines, names);
      }
      case SEEDS -> {
        lines.add(chapter.id() + ": a seed prompt, " + chapter.origin());
        tellRecord(chapter.record(), lines, names);
      }
      case REJECTIONS -> {
        lines.add(chapter.id() + ": rejected, " + chapter.origin());
        tellRejection(chapter.record(), lines, names);
      }
      case MESSAGES,
          SHAREGPT,
          ALPACA,
          TRAINING_TEXT,
          STATISTICS,
          DESCRIPTION,
          DOCUMENTS,
          UNKNOWN -> {}
    }
    List<String> requests = requests(chapter.record());
    if (!requests.isEmpty()) {
      chapter
          .run()
          .ifPresent(run ->
              lines.add(
                  "  read them: mosskit why %s %s (all of them: mosskit runs export %s)"
                      .formatted(requests.getFirst(), run, run)));
    }
    return new Telling(lines, names, requests);
  }

  private static List<String> requests(Json.Obj record) {
    Json.Obj inner = record.get("record") instanceof Json.Obj rejected ? rejected : record;
    return MossJson.parse(inner.text()) instanceof Entry.Accepted(var conversation, var _)
        ? Lineage.of(conversation).requests()
        : lineage(inner).requests();
  }

  /// The history of a record that is no dialogue; a rejected one keeps it as a member.
  private static Lineage lineage(Json.Obj record) {
    return Lineage.of(record.get(Lineage.MEMBER) instanceof Json.Obj member ? member : record);
  }

  private static void tellRejection(Json.Obj rejection, List<String> lines, List<String> names) {
    addIfThere("stage", rejection, lines);
    addIfThere("reason", rejection, lines);
    addIfThere("detail", rejection, lines);
    if (rejection.get("values") instanceof Json.Obj values) {
      lines.add("  values: " + values.text());
      addId(values.string("kept"), names);
    }
    if (rejection.get("record") instanceof Json.Obj record) {
      tellRecord(record, lines, names);
    }
  }

  private static void tellRecord(Json.Obj record, List<String> lines, List<String> names) {
    String prompt = record.string("user_prompt");
    if (prompt != null) {
      lines.add("  says: " + quote(prompt));
      addIfThere("category", record, lines);
      addIfThere("kind", record, lines);
      addIfThere("licence", record, lines);
      addIfThere("persona", record, lines);
      if (record.get("constraints") instanceof Json.Arr constraints) {
        lines.add("  constraints: " + constraints.text());
      }
    }
    if (MossJson.parse(record.text()) instanceof Entry.Accepted(var conversation, var _)) {
      lines.add("  begins: " + quote(conversation.turns().getFirst().human()));
      lines.add("  turns: " + conversation.turns().size());
      if (conversation.categoryText() != null) {
        lines.add("  category: " + conversation.categoryText());
      }
      conversation.mosskit().members().forEach((name, value) -> tellMember(name, value, lines));
      tellLineage(Lineage.of(conversation), lines, names);
    } else {
      tellLineage(lineage(record), lines, names);
    }
  }

  private static void tellPair(Json.Obj pair, List<String> lines) {
    lines.add("  chosen: " + quote(lastWords(pair.get("chosen"))));
    lines.add("  rejected: " + quote(lastWords(pair.get("rejected"))));
    if (pair.get("margin") instanceof Json.Num margin) {
      lines.add("  margin: " + margin.text());
    }
    if (pair.get("reasons") instanceof Json.Arr(List<Json> reasons)) {
      reasons.forEach(reason -> lines.add("  reason: " + words(reason)));
    }
  }

  /// Of a text, or the last one of a list of utterances or messages.
  private static String lastWords(@Nullable Json said) {
    return said instanceof Json.Arr(List<Json> all) && !all.isEmpty()
        ? words(all.getLast())
        : words(said);
  }

  private static String words(@Nullable Json said) {
    return switch (said) {
      case Json.Str(String text) -> text;
      case Json.Obj message -> String.valueOf(message.string("content"));
      case null -> "";
      default -> said.text();
    };
  }

  private static void tellMember(String name, Json value, List<String> lines) {
    if (name.equals(Scoring.MEMBER) && value instanceof Json.Obj scores) {
      lines.add("  scores: " + tellScores(scores));
    } else if (!name.equals(Lineage.MEMBER) && !name.equals("id")) {
      String text = value instanceof Json.Str(String string) ? string : value.text();
      lines.add("  " + name + ": " + text);
    }
  }

  /// By which model, and the numbers of the whole dialogue; those of its turns stand in the file.
  private static String tellScores(Json.Obj scores) {
    if (scores.get("unscored") instanceof Json.Obj why) {
      return "none, " + why.string("detail");
    }
    return tellValues(scores.without("masks").without("turns").without("surprises").without("nll"));
  }

  private static void tellLineage(Lineage lineage, List<String> lines, List<String> names) {
    if (lineage.teacher() != null) {
      String how = lineage.template() == null ? "" : ", asked with " + lineage.template();
      lines.add("  teacher: " + lineage.teacher() + how);
    }
    if (!lineage.requests().isEmpty()) {
      lines.add(
          "  requests: %d, the first %s"
              .formatted(lineage.requests().size(), lineage.requests().getFirst()));
    }
    if (!lineage.receipts().isEmpty()) {
      lines.add("  plugin executions: " + lineage.receipts().size());
    }
    lineage
        .verdicts()
        .forEach(verdict -> {
          String values =
              verdict.values().members().isEmpty() ? "" : " " + tellValues(verdict.values());
          lines.add("  " + verdict.stage() + ": " + verdict.decision() + values);
        });
    if (!lineage.parents().isEmpty()) {
      lines.add("  made from: " + String.join(", ", lineage.parents()));
    }
    if (!lineage.seeds().isEmpty() && !lineage.seeds().equals(lineage.parents())) {
      lines.add("  seeds: " + String.join(", ", lineage.seeds()));
    }
    lineage.parents().forEach(parent -> addId(parent, names));
  }

  private static String tellValues(Json.Obj values) {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, Json> value : values.members().entrySet()) {
      String text =
          value.getValue() instanceof Json.Str(String string) ? string : value.getValue().text();
      told.add(value.getKey() + " " + text);
    }
    return "(" + String.join(", ", told) + ")";
  }

  private static void addIfThere(String key, Json.Obj record, List<String> lines) {
    String value = record.string(key);
    if (value != null) {
      lines.add("  " + key + ": " + value);
    }
  }

  private static void addId(@Nullable String id, List<String> names) {
    if (id != null) {
      names.add(id);
    }
  }

  private static String quote(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int end = line.offsetByCodePoints(0, Math.min(QUOTE, line.codePointCount(0, line.length())));
    return "“" + line.substring(0, end) + (end < line.length() ? "…" : "") + "”";
  }
}
