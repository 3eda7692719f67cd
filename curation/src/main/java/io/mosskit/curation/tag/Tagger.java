package io.mosskit.curation.tag;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Says of a dialogue what it trains, in which language it is, what kind of task the user sets,
/// what it touches that asks for care, and how much it asks for. What a person has said stands;
/// else what the record declares; else what rules and the model say. Thread-safe.
public final class Tagger implements AutoCloseable {

  /// Below this probability a model's prediction is no tag.
  public static final double MIN_CONFIDENCE = 0.5;

  private static final String SHIPPED = "category.model";

  private final TagModel model;
  private final Rules rules;
  private final double minConfidence;
  private final Languages languages = new Languages();

  /// A tagger by this model and these rules, which it closes.
  ///
  /// @param minConfidence the least probability of a model's tag, from 0 to 1
  public Tagger(TagModel model, Rules rules, double minConfidence) {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("a confidence from 0 to 1, not " + minConfidence);
    }
    this.model = model;
    this.rules = rules;
    this.minConfidence = minConfidence;
  }

  /// The tagger that the toolkit ships: a model of our own labelled seeds, and our own rules.
  public static Tagger standard() {
    return standard(MIN_CONFIDENCE);
  }

  /// The same with another least probability.
  public static Tagger standard(double minConfidence) {
    return new Tagger(shippedModel(), Rules.shipped(), minConfidence);
  }

  /// The model of categories that the toolkit ships.
  public static TagModel shippedModel() {
    try (InputStream in =
        Objects.requireNonNull(Tagger.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return TagModel.read(in, SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is part of the jar
    }
  }

  /// The tags of a dialogue, facet by facet: category, language, difficulty, then those of rules.
  ///
  /// @param measures of this dialogue
  public List<Tag> tags(Conversation conversation, Measures measures) {
    List<Tag> tags = new ArrayList<>(Tags.human(conversation));
    Set<String> said = new HashSet<>(tags.stream().map(Tag::facet).toList());
    List<Tag> others = new ArrayList<>();
    declared(conversation).ifPresent(others::add);
    if (others.isEmpty() || !model.facts().facet().equals(Tag.CATEGORY)) {
      predicted(conversation).ifPresent(others::add);
    }
    others.add(language(conversation, measures));
    String difficulty = Difficulty.of(conversation).label();
    others.add(new Tag(Tag.DIFFICULTY, difficulty, LabelOrigin.RULE, 1));
    others.addAll(rules.tags(conversation));
    others.stream().filter(tag -> !said.contains(tag.facet())).forEach(tags::add);
    return tags;
  }

  private static Optional<Tag> declared(Conversation conversation) {
    return Category.of(conversation)
        .map(it -> new Tag(Tag.CATEGORY, it.label(), LabelOrigin.DECLARED, 1));
  }

  private Optional<Tag> predicted(Conversation conversation) {
    if (conversation.turns().isEmpty()) {
      return Optional.empty();
    }
    TagModel.Prediction prediction = model.predict(conversation);
    return prediction.confidence() < minConfidence
        ? Optional.empty()
        : Optional.of(
            new Tag(
                model.facts().facet(),
                prediction.label(),
                LabelOrigin.MODEL,
                prediction.confidence()));
  }

  private Tag language(Conversation conversation, Measures measures) {
    Language spoken =
        switch (measures.language()) {
          case ZH, MIXED, OTHER -> measures.language();
          case EN -> languages.of(TextChoice.USER_TURNS.of(conversation).whole());
        };
    return new Tag(Tag.LANGUAGE, spoken.label(), LabelOrigin.RULE, 1);
  }

  /// The languages of each turn.
  public List<Languages.TurnLanguages> languages(Conversation conversation) {
    return languages.of(conversation);
  }

  @Override
  public void close() {
    rules.close();
  }
}
