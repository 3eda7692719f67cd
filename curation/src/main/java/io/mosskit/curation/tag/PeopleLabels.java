package io.mosskit.curation.tag;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.LabelReader;
import io.mosskit.schema.labels.LabelRow;
import io.mosskit.schema.labels.LabelTable;
import io.mosskit.schema.labels.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What people have said in label tables: by dialogue, with who said it and when.
public final class PeopleLabels {

  private final Set<String> tags;
  private final Map<String, List<Label>> labels = new TreeMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private long unlabelled;
  private long unconfirmed;

  /// @param tags the labels that are allowed beside the categories
  public PeopleLabels(Set<String> tags) {
    this.tags = Set.copyOf(tags);
  }

  /// Adds the rows of a table that a person has filled in or confirmed. A row that still says
  /// `model`, `rule` or `declared` is not confirmed.
  ///
  /// @param by who has labelled where a row does not say
  /// @param at when, where a row does not say
  /// @throws IOException if the table cannot be opened
  public void add(Path table, String by, Instant at) throws IOException {
    try (LabelReader rows = LabelTable.open(table, tags)) {
      for (LabelRow row : rows) {
        switch (row) {
          case LabelRow.Labelled(Label label, var _, var _) -> add(label, by, at);
          case LabelRow.Unlabelled _ -> unlabelled++;
          case LabelRow.Rejected(Rejection rejection) -> rejections.add(rejection);
        }
      }
    }
  }

  private void add(Label label, String by, Instant at) {
    if (label.origin() != LabelOrigin.HUMAN) {
      unconfirmed++;
      return;
    }
    labels
        .computeIfAbsent(label.id(), _ -> new ArrayList<>())
        .add(
            new Label(
                label.id(),
                label.category(),
                label.confidence(),
                LabelOrigin.HUMAN,
                label.annotator() == null ? by : label.annotator(),
                label.at() == null ? at : label.at(),
                label.note()));
  }

  /// The dialogue with what people say of it; unchanged where they say nothing or contradict each
  /// other.
  public Conversation apply(Conversation conversation) {
    List<Label> said = labels.getOrDefault(conversation.recordId(), List.of());
    if (isDisputed(said)) {
      return conversation;
    }
    Conversation labelled = conversation;
    for (Label label : said) {
      labelled = Labels.apply(labelled, label);
    }
    return labelled;
  }

  /// The labels by dialogue.
  public Map<String, List<Label>> labels() {
    return new TreeMap<>(labels);
  }

  /// The dialogues of which different things are said, and what.
  public Map<String, List<Label>> conflicts() {
    Map<String, List<Label>> conflicts = new TreeMap<>();
    labels.forEach((id, said) -> {
      if (isDisputed(said)) {
        conflicts.put(id, List.copyOf(said));
      }
    });
    return conflicts;
  }

  private static boolean isDisputed(List<Label> said) {
    return said.stream().map(Label::category).distinct().count() > 1;
  }

  /// The rows that could not be read.
  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }

  /// How many rows have no label.
  public long unlabelled() {
    return unlabelled;
  }

  /// How many rows still show what a model, a rule or the record says.
  public long unconfirmed() {
    return unconfirmed;
  }
}
