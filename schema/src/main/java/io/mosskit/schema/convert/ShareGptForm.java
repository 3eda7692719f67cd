package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.convert.ConversionException.Fault;
import io.mosskit.schema.convert.Message.Assistant;
import io.mosskit.schema.convert.Message.Call;
import io.mosskit.schema.convert.Message.Placed;
import io.mosskit.schema.convert.Message.ToolResult;
import io.mosskit.schema.convert.Message.User;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// ShareGPT as LLaMA-Factory reads it: `{"conversations": [{"from": …, "value": …}, …], "system":
/// …, "tools": …}`, where human and observation alternate with gpt and function_call. Several calls
/// are a JSON list in one function_call, their results a JSON list in one observation.
final class ShareGptForm implements Form {

  private static final String CONVERSATIONS = "conversations";
  private static final String SYSTEM = "system";
  private static final String FROM = "from";
  private static final String VALUE = "value";
  private static final String NAME = "name";
  private static final String ARGUMENTS = "arguments";

  @Override
  public String name() {
    return "sharegpt";
  }

  @Override
  public Set<String> members() {
    return Set.of(CONVERSATIONS, SYSTEM, Toolbox.TOOLS);
  }

  @Override
  public Set<Loss> losses() {
    Set<Loss> losses = EnumSet.copyOf(new MessagesForm().losses());
    losses.add(Loss.REPLY);
    return losses;
  }

  @Override
  public Json.Obj encode(Conversation conversation) {
    List<Json> messages = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Message message : TurnWriter.messages(conversation)) {
      if (message instanceof ToolResult result) {
        answers.add(result.text());
      } else {
        if (!answers.isEmpty()) {
          messages.add(observation(answers));
          answers.clear();
        }
        messages.add(encode(message));
      }
    }
    Json tools = Toolbox.definitions(conversation);
    return Json.object()
        .put(CONVERSATIONS, Json.of(messages))
        .put(SYSTEM, conversation.metaInstruction())
        .put(Toolbox.TOOLS, tools == null ? null : tools.text())
        .build();
  }

  private static Json.Obj observation(List<String> answers) {
    return message(
        "observation", answers.size() == 1 ? answers.getFirst() : Json.ofStrings(answers).text());
  }

  private static Json.Obj encode(Message message) {
    return switch (message) {
      case Message.Instruction(String text) -> message(SYSTEM, text);
      case User(String text) -> message("human", text);
      case ToolResult result -> observation(List.of(result.text()));
      case Assistant(String thoughts, String text, List<Call> calls) -> {
        if (calls.isEmpty()) {
          yield message("gpt", new Thinking(thoughts, text == null ? "" : text).toString());
        }
        List<Json.Obj> list = calls.stream().map(ShareGptForm::encode).toList();
        Json value = list.size() == 1 ? list.getFirst() : Json.of(list);
        yield message("function_call", new Thinking(thoughts, value.text()).toString());
      }
    };
  }

  private static Json.Obj encode(Call call) {
    return Json.object().put(NAME, call.name()).put(ARGUMENTS, call.arguments()).build();
  }

  private static Json.Obj message(String from, String value) {
    return Json.object().put(FROM, from).put(VALUE, value).build();
  }

  @Override
  public Content decode(Json.Obj record) throws ConversionException {
    List<Placed> messages = new ArrayList<>();
    List<Json> elements = Members.array(record, CONVERSATIONS);
    int calls = 0;
    for (int i = 0; i < elements.size(); i++) {
      String place = CONVERSATIONS + "[" + i + "]";
      for (Message message : decode(Members.object(elements.get(i), place), calls, place)) {
        messages.add(new Placed(place, message));
        if (message instanceof Assistant assistant) {
          calls = assistant.calls().size();
        }
      }
    }
    return TurnReader.content(
        Members.optionalString(record, "", SYSTEM), Toolbox.read(record), messages);
  }

  /// @param calls how many calls the message before made
  private static List<Message> decode(Json.Obj json, int calls, String place)
      throws ConversionException {
    String from = Members.string(json, place, FROM);
    String value = Members.string(json, place, VALUE);
    return switch (from) {
      case "system" -> List.of(new Message.Instruction(value));
      case "human", "user" -> List.of(new User(value));
      case "gpt", "assistant", "chatgpt", "model", "bot" -> {
        Thinking thinking = Thinking.beforeReply(value);
        yield List.of(new Assistant(thinking.thoughts(), thinking.text(), List.of()));
      }
      case "function_call" -> List.of(calls(value, place + "." + VALUE));
      case "observation", "tool", "function_response" -> results(value, calls);
      default ->
          throw new ConversionException(
              Fault.UNKNOWN_ROLE,
              place + "." + FROM,
              "expected system, human, gpt, function_call or observation, found \""
                  + from
                  + "\"; rename the role");
    };
  }

  private static Assistant calls(String value, String place) throws ConversionException {
    Thinking thinking = Thinking.beforeCall(value);
    Json json;
    try {
      json = Json.parse(thinking.text());
    } catch (JsonException e) {
      throw new ConversionException(
          Fault.WRONG_TYPE,
          place,
          "expected {\"name\": …, \"arguments\": …} or a list of such, found "
              + e.getMessage()
              + "; mend the call or make the message one of gpt");
    }
    List<Json> list = json instanceof Json.Arr(List<Json> elements) ? elements : List.of(json);
    List<Call> calls = new ArrayList<>();
    for (Json element : list) {
      Json.Obj call = Members.object(element, place);
      calls.add(
          new Call(
              null,
              Members.string(call, place, NAME),
              MessagesForm.arguments(call.get(ARGUMENTS), place + "." + ARGUMENTS)));
    }
    return new Assistant(thinking.thoughts(), null, calls);
  }

  /// One result, or as many as there were calls where the text is a JSON list of that length.
  private static List<Message> results(String value, int calls) {
    List<Message> results = new ArrayList<>();
    if (calls > 1 && value.stripLeading().startsWith("[")) {
      try {
        if (Json.parse(value) instanceof Json.Arr(List<Json> list) && list.size() == calls) {
          for (Json each : list) {
            String text = each instanceof Json.Str(String plain) ? plain : each.text();
            results.add(new ToolResult(null, null, text));
          }
          return results;
        }
      } catch (JsonException _) {
        // a text that only begins like a list
      }
    }
    results.add(new ToolResult(null, null, value));
    return results;
  }
}
