package io.mosskit.cli;

import io.mosskit.curation.tag.Agreement;
import io.mosskit.curation.tag.PeopleLabels;
import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit tag agreement`.
@Command(
    name = "agreement",
    description = {
      "Tell how far annotators agree beyond chance: a label table each, named by its file. Cohen's",
      "kappa for every two, Fleiss' kappa for all, what each said how often, and what is disputed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag agreement anna.csv ben.csv",
      "  mosskit tag agreement anna.csv ben.csv 陈.csv --tags fun,dull --json"
    })
final class TagAgreementCommand extends CommandBase {

  private static final int SHOWN = 20;

  @Parameters(arity = "2..*", paramLabel = "CSV", description = "label tables, one an annotator")
  private List<Path> tables = List.of();

  @Option(
      names = "--tags",
      split = ",",
      paramLabel = "NAME",
      description = "labels of your own that are allowed beside the categories")
  private List<String> tags = List.of();

  private final List<Rejection> rejections = new ArrayList<>();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Map<String, Map<String, String>> annotators = new LinkedHashMap<>();
    for (Path table : tables) {
      String name = name(table);
      if (annotators.put(name, labels(table)) != null) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "two tables are named " + name + "; give each annotator's its own name");
      }
    }
    Agreement agreement = new Agreement(annotators);
    rejections.stream().limit(SHOWN).forEach(it -> console().note(it.toString()));
    say(agreement.json(), lines(agreement));
    return rejections.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private static String name(Path table) {
    return String.valueOf(table.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private Map<String, String> labels(Path table) throws IOException {
    PeopleLabels people = new PeopleLabels(Set.copyOf(tags));
    people.add(table, name(table), console().clock().instant());
    rejections.addAll(people.rejections());
    Map<String, String> labels = new LinkedHashMap<>();
    people.labels().forEach((id, said) -> labels.put(id, said.getLast().category()));
    return labels;
  }

  private static List<String> lines(Agreement agreement) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d dialogues labelled by all %d: Fleiss' kappa %.3f",
            agreement.common().size(),
            agreement.annotators().size(),
            agreement.fleiss()));
    lines.add("");
    Table pairs = new Table("", "", "dialogues", "agree", "Cohen's kappa");
    for (Agreement.Pair pair : agreement.pairs()) {
      pairs.row(
          pair.first(),
          pair.second(),
          pair.items(),
          String.format(Locale.ROOT, "%.3f", pair.observed()),
          String.format(Locale.ROOT, "%.3f", pair.kappa()));
    }
    lines.addAll(pairs.lines());
    lines.add("");
    lines.addAll(counts(agreement).lines());
    if (!agreement.disputed().isEmpty()) {
      lines.add("");
      lines.add(agreement.disputed().size() + " disputed:");
      List<String> heading = new ArrayList<>(List.of("id"));
      heading.addAll(agreement.annotators().keySet());
      Table disputed = new Table(heading.toArray(String[]::new));
      agreement.disputed().entrySet().stream()
          .limit(SHOWN)
          .forEach(entry -> {
            List<Object> row = new ArrayList<>(List.of(entry.getKey()));
            row.addAll(entry.getValue());
            disputed.row(row.toArray());
          });
      lines.addAll(disputed.lines());
    }
    return lines;
  }

  private static Table counts(Agreement agreement) {
    List<String> heading = new ArrayList<>(List.of("label"));
    heading.addAll(agreement.annotators().keySet());
    Table counts = new Table(heading.toArray(String[]::new));
    agreement
        .counts()
        .forEach((label, byAnnotator) -> {
          List<Object> row = new ArrayList<>(List.of(label));
          row.addAll(byAnnotator);
          counts.row(row.toArray());
        });
    return counts;
  }
}
