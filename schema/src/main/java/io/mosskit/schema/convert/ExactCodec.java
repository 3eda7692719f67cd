package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.convert.ConversionException.Fault;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a form exact: what reading a record back would not give is written into it as a residue.
record ExactCodec(Form form) implements Codec {

  private static final String ID = "id";
  private static final String RESIDUE = "residue";

  /// Members that a dialogue has of its own right, and that no foreign record can bring.
  private static final Set<String> OWN =
      Set.of(
          ID,
          Conversation.ID,
          Conversation.META_INSTRUCTION,
          Conversation.NUM_TURNS,
          Conversation.CHAT,
          Conversation.CATEGORY,
          Conversation.MOSSKIT);

  @Override
  public String name() {
    return form.name();
  }

  @Override
  public Set<Loss> losses() {
    return form.losses();
  }

  @Override
  public Json.Obj write(Conversation conversation) {
    Json.Obj record = plain(conversation);
    Residue residue = residue(record, conversation);
    return residue.isEmpty()
        ? record
        : record.with(
            Conversation.MOSSKIT, Json.object().put(RESIDUE, residue.json().text()).build());
  }

  @Override
  public Plain writePlain(Conversation conversation) {
    Json.Obj record = plain(conversation);
    return new Plain(record, residue(record, conversation).lost());
  }

  private Residue residue(Json.Obj record, Conversation conversation) {
    Conversation back = readBack(record);
    return back == null
        ? Residue.ofUnreadable(blank(Json.of(conversation.idText())), conversation)
        : Residue.between(back, conversation);
  }

  /// What stands for a dialogue that the form alone does not give back.
  private static Conversation blank(Json id) {
    return conversation(id, new Form.Content("", List.of(), Map.of()));
  }

  private static Conversation conversation(Json id, Form.Content content) {
    Conversation published =
        Conversation.of(
            "", new MetaInstruction(content.metaInstruction(), List.of()), content.turns());
    return new Conversation(
        id,
        published.metaInstruction(),
        published.declaredTurns(),
        published.turns(),
        published.keys(),
        Map.of());
  }

  private Json.Obj plain(Conversation conversation) {
    var record = Json.object();
    record.put(ID, conversation.idText());
    record.put(Conversation.CATEGORY, conversation.categoryText());
    form.encode(conversation).members().forEach(record::put);
    return record.build();
  }

  /// The dialogue that a record without residue gives, or null where it gives none.
  private @Nullable Conversation readBack(Json.Obj record) {
    try {
      return conversation(record, "");
    } catch (ConversionException _) {
      return null;
    }
  }

  @Override
  public Conversation read(Json json, String defaultId) throws ConversionException {
    if (!(json instanceof Json.Obj record)) {
      throw new ConversionException(
          Fault.NOT_AN_OBJECT, "expected one JSON object, found " + Members.typeOf(json));
    }
    Json.Obj residue = residue(record);
    if (residue == null) {
      return conversation(record, defaultId);
    }
    Conversation back =
        Residue.isOfUnreadable(residue) ? readBack(record) : conversation(record, defaultId);
    return Residue.apply(residue, back == null ? blank(id(record, defaultId)) : back);
  }

  private static Json.@Nullable Obj residue(Json.Obj record) throws ConversionException {
    if (!(record.get(Conversation.MOSSKIT) instanceof Json.Obj mosskit)) {
      return null;
    }
    String text = mosskit.string(RESIDUE);
    if (text == null) {
      return null;
    }
    try {
      if (Json.parse(text) instanceof Json.Obj residue) {
        return residue;
      }
    } catch (JsonException e) {
      throw brokenResidue(String.valueOf(e.getMessage()));
    }
    throw brokenResidue("no JSON object");
  }

  static ConversionException brokenResidue(String what) {
    return new ConversionException(
        Fault.WRONG_TYPE,
        "mosskit.residue",
        what + "; convert the dialogue again, or delete the member and lose what it kept");
  }

  private Conversation conversation(Json.Obj record, String defaultId) throws ConversionException {
    Form.Content content = form.decode(record);
    if (content.turns().isEmpty()) {
      throw new ConversionException(
          Fault.BROKEN_ORDER, "the record has no turns; a dialogue has a user text and a reply");
    }
    Conversation conversation = conversation(id(record, defaultId), content);
    Json category = record.get(Conversation.CATEGORY);
    if (category != null && !(category instanceof Json.Null)) {
      conversation = conversation.beside(Conversation.CATEGORY, category);
    }
    for (Map.Entry<String, Json> member : content.beside().entrySet()) {
      conversation = conversation.beside(member.getKey(), member.getValue());
    }
    for (Map.Entry<String, Json> member : record.members().entrySet()) {
      if (!OWN.contains(member.getKey()) && !form.members().contains(member.getKey())) {
        conversation = conversation.beside(member.getKey(), member.getValue());
      }
    }
    return conversation;
  }

  private static Json id(Json.Obj record, String defaultId) throws ConversionException {
    for (String name : List.of(ID, Conversation.ID)) {
      switch (record.get(name)) {
        case Json.Str text -> {
          return text;
        }
        case Json.Num number -> {
          return number;
        }
        case null -> {}
        case Json.Null _ -> {}
        case Json.Obj _, Json.Arr _, Json.Bool _ ->
            throw new ConversionException(
                Fault.WRONG_TYPE,
                name,
                "expected a string or a number, found "
                    + Members.typeOf(record.get(name))
                    + "; leave it out to have one made");
      }
    }
    return Json.of(defaultId);
  }
}
