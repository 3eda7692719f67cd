package io.mosskit.curation.report;

import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Count;
import io.mosskit.curation.CurationSummary.Duplicates;
import io.mosskit.curation.CurationSummary.Input;
import io.mosskit.curation.CurationSummary.Lengths;
import io.mosskit.curation.CurationSummary.Licence;
import io.mosskit.curation.CurationSummary.Member;
import io.mosskit.curation.CurationSummary.Provenance;
import io.mosskit.curation.CurationSummary.Quantiles;
import io.mosskit.curation.CurationSummary.Range;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.CurationSummary.Share;
import io.mosskit.curation.CurationSummary.SizeCount;
import io.mosskit.curation.CurationSummary.Teacher;
import io.mosskit.curation.CurationSummary.TurnCount;
import io.mosskit.curation.Dialogues;
import io.mosskit.curation.filter.Profile;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Summaries and contexts for tests.
final class Summaries {
  static final ReportContext CONTEXT =
      new ReportContext(
          "Small talk 闲聊",
          "mosskit curate --out curated raw",
          "cc-by-4.0",
          LocalDate.of(2026, 11, 22));

  private static final Quantiles NO_LENGTHS = new Quantiles(0, 0, 0, 0, 0, 0, 0, 0, 0);

  private Summaries() {}

  static ReportContext context(String title, @Nullable String licence) {
    return new ReportContext(title, CONTEXT.command(), licence, CONTEXT.date());
  }

  /// A run in which something of everything happened.
  static CurationSummary small() {
    return withTexts("今天天气怎么样？", "rehearsal", "m-0123456789abcdef");
  }

  /// The same run, in which everything that people can name is named thus.
  static CurationSummary withTextsEverywhere(String text) {
    return withTexts(text, text, text, text, text);
  }

  /// The same run, in which a user, a teacher and an id say something else.
  static CurationSummary withTexts(String user, String teacher, String id) {
    return withTexts(user, teacher, id, "ceval", "coding");
  }

  private static CurationSummary withTexts(
      String user, String teacher, String id, String evaluationSet, String tag) {
    return new CurationSummary(
        12_345,
        12_001,
        344,
        reasons(user, id),
        List.of(
            new Share("code", "zh", new Change(7_000, 6_900)),
            new Share("code", "en", new Change(5_000, 4_801)),
            new Share("mix", "mixed", new Change(2, 0)),
            new Share(CurationSummary.UNTAGGED, "en", new Change(340, 300))),
        List.of(
            new TurnCount("code", 1, new Change(4_000, 4_000)),
            new TurnCount("code", 3, new Change(8_000, 7_701)),
            new TurnCount("mix", 40, new Change(2, 0)),
            new TurnCount(CurationSummary.UNTAGGED, 2, new Change(340, 300))),
        List.of(
            new Lengths(
                "user",
                new Quantiles(28_760, 1, 2, 3, 20, 39, 63, 63, 63),
                new Quantiles(27_703, 2, 2, 2, 20, 39, 63, 63, 63),
                ranges()),
            new Lengths(
                "reply",
                new Quantiles(28_760, 1, 2, 3, 5, 6, 7, 7, 7),
                new Quantiles(27_703, 1, 4, 4, 5, 6, 7, 7, 7),
                ranges())),
        List.of(
            new Count("contamination", evaluationSet, new Change(3, 0), new Change(4, 0)),
            new Count("origin:task", "rule", new Change(9_000, 8_800), new Change(9_000, 8_800)),
            new Count("privacy", "email", new Change(20, 19), new Change(31, 29)),
            new Count("tag:task", tag, new Change(9_000, 8_800), new Change(9_000, 8_800))),
        new Duplicates(
            330,
            9,
            List.of(new SizeCount(2, 100), new SizeCount(7, 2), new SizeCount(228, 1)),
            List.of(
                new Cluster(
                    id, user, 228, List.of(new Member("m-1", 1), new Member("m-2", 0.7142857))))),
        new Provenance(
            List.of(
                new Teacher("gpt-3.5-turbo", new Change(12_000, 11_700)),
                new Teacher(teacher, new Change(100, 100)),
                new Teacher(CurationSummary.UNRECORDED, new Change(242, 201))),
            new Change(12_000, 11_700),
            new Change(586, 580),
            List.of(
                new Licence("CC-BY-4.0", new Change(11_000, 10_700)),
                new Licence("CC-BY-4.0 AND MIT", new Change(1_000, 1_000)),
                new Licence("失效", new Change(1, 0)))),
        List.of(
            new Input(Path.of("raw/中文.jsonl"), 1_234_567, 7_002, 6_900),
            new Input(Path.of("raw/english.jsonl"), 987, 5_343, 5_101)),
        CurationPlan.standard(),
        "0.1.0",
        Duration.ofMillis(12_345));
  }

  private static List<Range> ranges() {
    return List.of(
        new Range(0, 0, new Change(0, 0)),
        new Range(1, 1, new Change(60, 3)),
        new Range(2, 3, new Change(0, 0)),
        new Range(4, 7, new Change(28_700, 27_700)));
  }

  private static List<Reason> reasons(String user, String id) {
    Conversation dialogue =
        Dialogues.of("1", "Hello", "Hi", user, "")
            .withMosskit("id", Json.of(id))
            .withMosskit("language", Json.of("zh"));
    return List.of(
        new Reason("read", "not_json", 3, List.of(unreadable(user))),
        new Reason(
            "filter",
            "empty_reply",
            2,
            List.of(
                new Rejection(
                    "filter",
                    "empty_reply",
                    "the reply of turn 2 is empty",
                    Json.object().put("turn", 2).build(),
                    new Origin(Path.of("raw/中文.jsonl"), 17, 4_711),
                    MossJson.json(dialogue)))),
        new Reason("duplicate", "exact_duplicate", 339, List.of()));
  }

  private static Rejection unreadable(String text) {
    return new Rejection(
        "read", "not_json", "line 1 column 1", Json.Obj.EMPTY, null, textOf(text + " {"));
  }

  private static Json textOf(String text) {
    return Json.object().put("text", text).build();
  }

  /// A run without input.
  static CurationSummary empty() {
    Lengths none =
        new Lengths("user", NO_LENGTHS, NO_LENGTHS, List.of(new Range(0, 0, new Change(0, 0))));
    return new CurationSummary(
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(none),
        List.of(),
        new Duplicates(0, 0, List.of(), List.of()),
        new Provenance(List.of(), new Change(0, 0), new Change(0, 0), List.of()),
        List.of(),
        CurationPlan.standard().withProfile(new Profile(List.of())),
        "0.1.0",
        Duration.ZERO);
  }
}
