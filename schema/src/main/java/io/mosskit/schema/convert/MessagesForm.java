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
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// OpenAI chat messages: `{"messages": [{"role": …, "content": …}, …], "tools": […]}`. Thoughts
/// stand as `reasoning_content`. Read are also the older `function_call` and its `function` role,
/// content in text parts, and arguments that are an object rather than its text.
final class MessagesForm implements Form {

  private static final String MESSAGES = "messages";
  private static final String ROLE = "role";
  private static final String CONTENT = "content";
  private static final String REASONING = "reasoning_content";
  private static final String TOOL_CALLS = "tool_calls";
  private static final String FUNCTION_CALL = "function_call";
  private static final String TOOL_CALL_ID = "tool_call_id";
  private static final String FUNCTION = "function";
  private static final String NAME = "name";
  private static final String ARGUMENTS = "arguments";

  @Override
  public String name() {
    return MESSAGES;
  }

  @Override
  public Set<String> members() {
    return Set.of(MESSAGES, Toolbox.TOOLS, Toolbox.FUNCTIONS);
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.of(
        Loss.ID_TYPE,
        Loss.META_INSTRUCTION,
        Loss.NUM_TURNS,
        Loss.MEMBERS,
        Loss.KEY_ORDER,
        Loss.TURN_MEMBERS,
        Loss.LAYOUT,
        Loss.INNER_THOUGHTS,
        Loss.COMMANDS_NOT_REPRESENTABLE,
        Loss.TOOL_RESPONSES);
  }

  @Override
  public Json.Obj encode(Conversation conversation) {
    List<Json> messages = new ArrayList<>();
    messages.add(encode(new Message.Instruction(conversation.metaInstruction())));
    TurnWriter.messages(conversation).forEach(message -> messages.add(encode(message)));
    return Json.object()
        .put(MESSAGES, Json.of(messages))
        .put(Toolbox.TOOLS, Toolbox.definitions(conversation))
        .build();
  }

  private static Json.Obj encode(Message message) {
    return switch (message) {
      case Message.Instruction(String text) -> plain("system", text);
      case User(String text) -> plain("user", text);
      case ToolResult(String callId, String name, String text) ->
          Json.object()
              .put(ROLE, "tool")
              .put(TOOL_CALL_ID, callId)
              .put(NAME, name)
              .put(CONTENT, text)
              .build();
      case Assistant(String thoughts, String text, List<Call> calls) -> {
        ObjBuilder json = Json.object().put(ROLE, "assistant");
        json.put(CONTENT, text == null ? new Json.Null() : Json.of(text)).put(REASONING, thoughts);
        if (!calls.isEmpty()) {
          json.put(TOOL_CALLS, Json.of(calls.stream().map(MessagesForm::encode).toList()));
        }
        yield json.build();
      }
    };
  }

  private static Json.Obj plain(String role, String text) {
    return Json.object().put(ROLE, role).put(CONTENT, text).build();
  }

  private static Json.Obj encode(Call call) {
    Json.Obj function =
        Json.object().put(NAME, call.name()).put(ARGUMENTS, call.arguments().text()).build();
    return Json.object().put("id", call.id()).put("type", FUNCTION).put(FUNCTION, function).build();
  }

  @Override
  public Content decode(Json.Obj record) throws ConversionException {
    List<Placed> messages = new ArrayList<>();
    List<Json> elements = Members.array(record, MESSAGES);
    for (int i = 0; i < elements.size(); i++) {
      String place = MESSAGES + "[" + i + "]";
      messages.add(new Placed(place, decode(Members.object(elements.get(i), place), place)));
    }
    return TurnReader.content(null, Toolbox.read(record), messages);
  }

  private static Message decode(Json.Obj json, String place) throws ConversionException {
    String role = Members.string(json, place, ROLE);
    return switch (role) {
      case "system", "developer" -> new Message.Instruction(text(json, place));
      case "user" -> new User(text(json, place));
      case "assistant" -> assistant(json, place);
      case "tool" ->
          new ToolResult(
              Members.optionalString(json, place, TOOL_CALL_ID),
              Members.optionalString(json, place, NAME),
              text(json, place));
      case FUNCTION -> new ToolResult(null, Members.string(json, place, NAME), text(json, place));
      default ->
          throw new ConversionException(
              Fault.UNKNOWN_ROLE,
              place + "." + ROLE,
              "expected system, developer, user, assistant, tool or function, found \""
                  + role
                  + "\"; rename the role");
    };
  }

  private static Message assistant(Json.Obj json, String place) throws ConversionException {
    List<Call> calls = new ArrayList<>();
    Json many = json.get(TOOL_CALLS);
    if (many instanceof Json.Arr(List<Json> elements)) {
      for (int i = 0; i < elements.size(); i++) {
        String at = place + "." + TOOL_CALLS + "[" + i + "]";
        Json.Obj call = Members.object(elements.get(i), at);
        Json.Obj function = Members.object(call.get(FUNCTION), at + "." + FUNCTION);
        calls.add(call(Members.optionalString(call, at, "id"), function, at + "." + FUNCTION));
      }
    } else if (many != null && !(many instanceof Json.Null)) {
      throw Members.wrong(many, place + "." + TOOL_CALLS, "an array of calls");
    }
    if (json.get(FUNCTION_CALL) instanceof Json.Obj function) {
      calls.add(call(null, function, place + "." + FUNCTION_CALL));
    }
    boolean silent = calls.isEmpty() && isAbsent(json.get(CONTENT));
    if (silent) {
      throw new ConversionException(
          Fault.MISSING_MEMBER,
          place,
          "expected content or tool_calls, found neither; add the reply or delete the message");
    }
    return new Assistant(
        Members.optionalString(json, place, REASONING),
        isAbsent(json.get(CONTENT)) ? null : text(json, place),
        calls);
  }

  private static boolean isAbsent(@Nullable Json value) {
    return value == null || value instanceof Json.Null;
  }

  private static Call call(@Nullable String id, Json.Obj function, String place)
      throws ConversionException {
    String name = Members.string(function, place, NAME);
    return new Call(id, name, arguments(function.get(ARGUMENTS), place + "." + ARGUMENTS));
  }

  /// Arguments as an object, or as its JSON text.
  static Json.Obj arguments(@Nullable Json arguments, String place) throws ConversionException {
    if (arguments instanceof Json.Obj object) {
      return object;
    }
    if (arguments instanceof Json.Str(String text)) {
      try {
        if (Json.parse(text) instanceof Json.Obj object) {
          return object;
        }
      } catch (JsonException e) {
        throw new ConversionException(
            Fault.WRONG_TYPE,
            place,
            "expected the JSON text of an object, found "
                + e.getMessage()
                + "; mend the call or delete it");
      }
    }
    throw Members.wrong(arguments, place, "the JSON text of an object");
  }

  /// The content as one text; parts are joined by line breaks.
  private static String text(Json.Obj json, String place) throws ConversionException {
    if (!(json.get(CONTENT) instanceof Json.Arr(List<Json> parts))) {
      return Members.string(json, place, CONTENT);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String at = place + "." + CONTENT + "[" + i + "]";
      Json.Obj part = Members.object(parts.get(i), at);
      String type = Members.string(part, at, "type");
      if (!type.equals("text")) {
        throw new ConversionException(
            Fault.NOT_REPRESENTABLE,
            at,
            "expected a text part, found \""
                + type
                + "\"; MOSS-003 holds text alone: describe it in words or delete the record");
      }
      texts.add(Members.string(part, at, "text"));
    }
    return String.join("\n", texts);
  }
}
