package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Member;
import io.mosskit.curation.CurationSummary.Quantiles;
import io.mosskit.curation.CurationSummary.Range;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A summary as it stands in `stats.json`. Its first member, `records_in`, is the sign by which
/// readers of a folder know the file.
record SummaryJson(CurationSummary summary) {

  Json.Obj json() {
    return Json.object()
        .put("records_in", summary.recordsIn())
        .put("records_kept", summary.recordsKept())
        .put("records_rejected", summary.recordsRejected())
        .put("rejected", list(summary.reasons(), SummaryJson::reason))
        .put("categories", changes("category", summary.byCategory()))
        .put("languages", changes("language", summary.byLanguage()))
        .put("composition", composition())
        .put("turns", turns())
        .put("lengths", lengths())
        .put("counts", counts())
        .put("duplicates", duplicates())
        .put("provenance", provenance())
        .put("inputs", inputs())
        .put("settings", summary.plan().settings())
        .put("version", summary.version())
        .put("elapsed_seconds", summary.elapsed().toMillis() / 1000.0)
        .build();
  }

  private static Json reason(Reason reason) {
    return Json.object()
        .put("stage", reason.stage())
        .put("reason", reason.reason())
        .put("records", reason.count())
        .build();
  }

  private static Json changes(String name, Map<String, Change> changes) {
    return list(
        List.copyOf(changes.entrySet()),
        change -> with(Json.object().put(name, change.getKey()), change.getValue()));
  }

  private Json composition() {
    return list(
        summary.composition(),
        share ->
            with(
                Json.object().put("category", share.category()).put("language", share.language()),
                share.records()));
  }

  private Json turns() {
    return list(
        summary.turns(),
        count ->
            with(
                Json.object().put("category", count.category()).put("turns", count.turns()),
                count.records()));
  }

  private static Json with(ObjBuilder json, Change change) {
    return json.put("before", change.before()).put("after", change.after()).build();
  }

  private Json lengths() {
    return list(
        summary.lengths(),
        lengths ->
            Json.object()
                .put("role", lengths.role())
                .put("before", quantiles(lengths.before()))
                .put("after", quantiles(lengths.after()))
                .put("histogram", list(lengths.histogram(), SummaryJson::range))
                .build());
  }

  private static Json range(Range range) {
    return with(Json.object().put("from", range.from()).put("to", range.to()), range.texts());
  }

  static Json quantiles(Quantiles quantiles) {
    return Json.object()
        .put("count", quantiles.count())
        .put("min", quantiles.min())
        .put("p10", quantiles.p10())
        .put("p25", quantiles.p25())
        .put("p50", quantiles.p50())
        .put("p75", quantiles.p75())
        .put("p90", quantiles.p90())
        .put("p99", quantiles.p99())
        .put("max", quantiles.max())
        .build();
  }

  private Json counts() {
    return list(
        summary.counts(),
        count ->
            Json.object()
                .put("group", count.group())
                .put("name", count.name())
                .put("records", with(Json.object(), count.records()))
                .put("findings", with(Json.object(), count.findings()))
                .build());
  }

  private Json duplicates() {
    var duplicates = summary.duplicates();
    return Json.object()
        .put("exact", duplicates.exact())
        .put("near", duplicates.near())
        .put(
            "clusters_by_size",
            list(
                duplicates.sizes(),
                size ->
                    Json.object()
                        .put("size", size.size())
                        .put("clusters", size.clusters())
                        .build()))
        .put("largest", list(duplicates.largest(), SummaryJson::cluster))
        .build();
  }

  private static Json cluster(Cluster cluster) {
    return Json.object()
        .put("kept", cluster.kept())
        .put("excerpt", cluster.excerpt())
        .put("size", cluster.size())
        .put("dropped", list(cluster.dropped(), SummaryJson::member))
        .build();
  }

  private static Json member(Member member) {
    return Json.object()
        .put("id", member.id())
        .put("score", Decimals.rounded(member.score()))
        .build();
  }

  private Json provenance() {
    var provenance = summary.provenance();
    return Json.object()
        .put(
            "teachers",
            list(
                provenance.teachers(),
                teacher -> with(Json.object().put("teacher", teacher.name()), teacher.records())))
        .put("seeded", with(Json.object(), provenance.seeded()))
        .put("seeds", with(Json.object(), provenance.seeds()))
        .put(
            "licences",
            list(
                provenance.licences(),
                licence -> with(Json.object().put("licence", licence.name()), licence.records())))
        .build();
  }

  private Json inputs() {
    return list(
        summary.inputs(),
        input ->
            Json.object()
                .put("file", input.file().toString())
                .put("bytes", input.bytes())
                .put("records", input.records())
                .put("kept", input.kept())
                .build());
  }

  private static <T> Json list(List<T> values, Function<T, Json> json) {
    return Json.of(values.stream().map(json).toList());
  }
}
