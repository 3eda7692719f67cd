package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// MOSS training text as a record: `{"text": …, "no_loss_spans": [[start, end], …]}`, the spans in
/// Unicode code points.
final class TrainingTextForm implements Form {

  private static final String TEXT = "text";
  private static final String NO_LOSS_SPANS = "no_loss_spans";

  private final LossMask mask;

  TrainingTextForm(LossMask mask) {
    this.mask = mask;
  }

  @Override
  public String name() {
    return "training-text";
  }

  @Override
  public Set<String> members() {
    return Set.of(TEXT, NO_LOSS_SPANS);
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.allOf(Loss.class);
  }

  @Override
  public Json.Obj encode(Conversation conversation) {
    TrainingText text = TrainingText.of(conversation);
    return Json.object()
        .put(TEXT, text.text())
        .put(NO_LOSS_SPANS, Span.json(text.noLossSpans(mask)))
        .build();
  }

  @Override
  public Content decode(Json.Obj record) throws ConversionException {
    MarkerReader reader = new MarkerReader(Members.string(record, "", TEXT));
    return new Content(reader.metaInstruction(), reader.turns(), Map.of());
  }
}
