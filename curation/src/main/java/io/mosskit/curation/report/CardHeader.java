package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The YAML in which a dataset card tells the Hugging Face Hub what it is about. Texts stand in
/// double quotes as in JSON, which YAML reads the same.
///
/// Source: the Hub's documentation of dataset cards, licences and manual configuration.
record CardHeader(CurationSummary summary, ReportContext context) {
  /// The licences of data that the Hub knows by these names.
  private static final Set<String> LICENCES =
      Set.of(
          "apache-2.0",
          "mit",
          "bsd-2-clause",
          "bsd-3-clause",
          "cc0-1.0",
          "cc-by-2.0",
          "cc-by-2.5",
          "cc-by-3.0",
          "cc-by-4.0",
          "cc-by-sa-3.0",
          "cc-by-sa-4.0",
          "cc-by-nc-2.0",
          "cc-by-nc-3.0",
          "cc-by-nc-4.0",
          "cc-by-nd-4.0",
          "cc-by-nc-nd-3.0",
          "cc-by-nc-nd-4.0",
          "cc-by-nc-sa-2.0",
          "cc-by-nc-sa-3.0",
          "cc-by-nc-sa-4.0",
          "cdla-sharing-1.0",
          "cdla-permissive-1.0",
          "cdla-permissive-2.0",
          "c-uda",
          "etalab-2.0",
          "gfdl",
          "agpl-3.0",
          "gpl-2.0",
          "gpl-3.0",
          "lgpl-3.0",
          "mpl-2.0",
          "odbl",
          "odc-by",
          "pddl",
          "unlicense");

  private static final String OTHER = "other";

  /// Ten times as many from one to the next.
  private static final List<String> STEPS =
      List.of("1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B");

  String text() {
    StringBuilder yaml = new StringBuilder("---\n");
    licence(context.licence(), yaml);
    list("language", languages(), yaml);
    yaml.append("pretty_name: ").append(quoted(context.title())).append('\n');
    list("size_categories", List.of(size(summary.recordsKept())), yaml);
    list("task_categories", List.of("text-generation"), yaml);
    list("tags", List.of("sft", "moss"), yaml);
    yaml.append("configs:\n- config_name: default\n  data_files: corpus.jsonl\n---\n");
    return yaml.toString();
  }

  static void licence(@Nullable String licence, StringBuilder yaml) {
    String name = licence == null ? OTHER : identifier(licence);
    if (LICENCES.contains(name)) {
      yaml.append("license: ").append(name).append('\n');
      return;
    }
    yaml.append("license: ").append(OTHER).append('\n');
    if (!name.isEmpty() && !name.equals(OTHER)) {
      yaml.append("license_name: ").append(quoted(name)).append('\n');
    }
  }

  /// `My Licence 1.0` as `my-licence-1.0`.
  private static String identifier(String licence) {
    return licence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", "");
  }

  /// The languages of the kept records; what mixes Chinese and Latin words holds both.
  private List<String> languages() {
    return Stream.of(Language.ZH, Language.EN)
        .filter(language -> has(language) || has(Language.MIXED))
        .map(Language::label)
        .toList();
  }

  private boolean has(Language language) {
    Change none = new Change(0, 0);
    return summary.byLanguage().getOrDefault(language.label(), none).after() > 0;
  }

  /// The Hub's name for a number of records.
  static String size(long records) {
    if (records < 1_000) {
      return "n<1K";
    }
    int step = 1;
    while (step < STEPS.size() - 1 && records >= bound(step)) {
      step++;
    }
    return STEPS.get(step - 1) + "<n<" + STEPS.get(step);
  }

  private static long bound(int step) {
    return Math.powExact(10L, step + 3);
  }

  static void list(String name, List<String> values, StringBuilder yaml) {
    if (!values.isEmpty()) {
      yaml.append(name).append(":\n");
      values.forEach(value -> yaml.append("- ").append(value).append('\n'));
    }
  }

  static String quoted(String text) {
    return Json.of(Visible.of(text)).text();
  }
}
