package io.mosskit.schema.convert;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The part of a residue that belongs to one turn.
final class TurnResidue {

  private static final String NUMBER = "number";
  private static final String FIELDS = "fields";

  private TurnResidue() {}

  static Json.Obj between(Turn back, Turn original, int place, List<Lost> lost) {
    Json.Obj fields = fields(back, original, place, lost);
    Json.Obj others = others(back, original);
    if (!others.members().isEmpty()) {
      lost.add(new Lost(Loss.TURN_MEMBERS, place));
    }
    return fields.members().isEmpty() ? others : others.with(FIELDS, fields);
  }

  private static Json.Obj fields(Turn back, Turn original, int place, List<Lost> lost) {
    ObjBuilder fields = Json.object();
    for (Field field : Field.values()) {
      String value = original.value(field);
      if (!value.equals(back.value(field))) {
        fields.put(field.key(), value);
        lost.add(new Lost(FieldLoss.of(field, back, original), place));
      }
    }
    return fields.build();
  }

  private static Json.Obj others(Turn back, Turn original) {
    ObjBuilder others = Json.object();
    if (back.number() != original.number()) {
      others.put(NUMBER, original.number());
    }
    if (!back.keys().equals(original.keys())) {
      others.put(Residue.KEYS, original.keys());
    }
    if (!original.beside().isEmpty()) {
      ObjBuilder beside = Json.object();
      original.keys().forEach(key -> beside.put(key, original.beside().get(key)));
      others.put(Residue.BESIDE, beside.build());
    }
    return others.build();
  }

  static Turn apply(Json.Obj residue, Turn back) throws ConversionException {
    List<String> values = new ArrayList<>(back.values());
    if (residue.get(FIELDS) instanceof Json.Obj fields) {
      for (Field field : Field.values()) {
        String value = fields.string(field.key());
        if (value != null) {
          values.set(field.ordinal(), value);
        }
      }
    }
    Map<String, Json> beside = Residue.beside(residue, Turn.KEYS);
    List<String> names = new ArrayList<>(Turn.KEYS);
    names.addAll(beside.keySet());
    return new Turn(
        Residue.number(residue, NUMBER, 1).orElse(back.number()),
        values,
        Residue.inOrder(names, residue.get(Residue.KEYS)),
        beside);
  }
}
