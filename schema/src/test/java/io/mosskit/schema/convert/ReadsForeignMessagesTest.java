package io.mosskit.schema.convert;

import static io.mosskit.schema.convert.Dialogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages that never were MOSS become dialogues without violations, or complaints that say where.
class ReadsForeignMessagesTest {

  private static Conversation read(String messages) throws ConversionException {
    return readRecord("{'messages': [" + messages + "]}");
  }

  private static Conversation readRecord(String record) throws ConversionException {
    Conversation conversation = Codecs.messages().read(json(record), "file-7");
    assertThat(ConversationCheck.violations(conversation)).isEmpty();
    return conversation;
  }

  @Test
  void withoutSystemMessageAndIdTheDefaultsStandIn() throws Exception {
    Conversation conversation =
        read("{'role':'user','content':'你好'},{'role':'assistant','content':'Hi 好'}");
    assertThat(conversation.idText()).isEqualTo("file-7");
    assertThat(conversation.meta().enabled()).isEmpty();
    assertThat(conversation.metaInstruction()).startsWith("You are an AI assistant whose name");
    assertThat(conversation.turns()).containsExactly(Turn.plain(1, "你好", "Hi 好"));
  }

  @Test
  void severalSystemMessagesAndMessagesOfOneRoleInARowAreJoined() throws Exception {
    Conversation conversation =
        read(
            """
            {'role':'system','content':'Be kind.'},{'role':'developer','content':'用中文。'},
            {'role':'user','content':'a'},{'role':'user','content':'b'},
            {'role':'assistant','content':'c'},{'role':'assistant','content':'d'},
            {'role':'user','content':'e'},{'role':'assistant','content':'f'}\
            """);
    assertThat(conversation.metaInstruction()).isEqualTo("Be kind.\n用中文。");
    assertThat(conversation.turns())
        .containsExactly(Turn.plain(1, "a\nb", "c\nd"), Turn.plain(2, "e", "f"));
  }

  @Test
  void textPartsAreOneText() throws Exception {
    Conversation conversation =
        read(
            """
            {'role':'user','content':[{'type':'text','text':'茶'},{'type':'text','text':'tea'}]},
            {'role':'assistant','content':[{'type':'text','text':'是'}]}\
            """);
    assertThat(conversation.turns()).containsExactly(Turn.plain(1, "茶\ntea", "是"));
  }

  @Test
  void callsOfForeignToolsBecomeCommandsAndSwitchLines() throws Exception {
    Conversation conversation =
        readRecord(
            """
            {'id': 5, 'source': 'web', 'messages': [
            {'role':'user','content':'Weather? 天气？'},
            {'role':'assistant','content':'Let me look.','tool_calls':[
              {'id':'a','type':'function','function':{'name':'get_weather',
                'arguments':'{\\u0022city\\u0022: \\u0022巴黎\\u0022, \\u0022days\\u0022: 2}'}},
              {'id':'b','type':'function','function':{'name':'get_time','arguments':{'zone':'CET'}}}]},
            {'role':'tool','tool_call_id':'b','content':'12:00'},
            {'role':'tool','tool_call_id':'a','content':'sun\\nsun'},
            {'role':'assistant','content':'Sunny at noon.'}],
            'tools': [
              {'type':'function','function':{'name':'get_weather','parameters':
                {'type':'object','properties':{'city':{},'days':{}}}}},
              {'type':'function','function':{'name':'get_time','parameters':
                {'type':'object','properties':{'zone':{'type':'string'}}}}}]}\
            """);
    Turn turn = conversation.turns().getFirst();
    assertThat(turn.body(Field.INNER_THOUGHTS)).isEqualTo("Let me look.");
    assertThat(turn.body(Field.COMMANDS))
        .isEqualTo("get_weather(\"{'city':'巴黎','days':2}\"), get_time(\"CET\")");
    assertThat(turn.body(Field.TOOL_RESPONSES))
        .isEqualTo(
            """

            get_weather("{'city':'巴黎','days':2}") =>
            sun
            sun
            get_time("CET") => 12:00
            """);
    assertThat(conversation.metaInstruction())
        .endsWith(
            """
            - get_weather: enabled. API: get_weather(city, days)
            - get_time: enabled. API: get_time(zone)
            """);
    assertThat(conversation.idText()).isEqualTo("5");
    assertThat(conversation.beside().get("source")).isEqualTo(Json.of("web"));
  }

  @Test
  void foreignCallsAndDefinitionsAreWrittenAsTheyWere() throws Exception {
    String record =
        """
        {'id':'x','messages':[{'role':'system','content':'S'},{'role':'user','content':'u'},
        {'role':'assistant','content':null,'tool_calls':[{'id':'call_1_1','type':'function',
          'function':{'name':'add','arguments':'{\\u0022a\\u0022:1,\\u0022b\\u0022:\\u0022it\
        \\u005c\\u0022s\\u005c\\u005c\\u0022}'}}]},
        {'role':'tool','tool_call_id':'call_1_1','name':'add','content':'2'},
        {'role':'assistant','content':'r'}],
        'tools':[{'type':'function','function':{'name':'add','description':'加法',
          'parameters':{'type':'object','properties':{'a':{'type':'integer'},'b':{}}}}}]}\
        """;
    Json.Obj again = Codecs.messages().write(readRecord(record));
    Json.Obj expected = json(record);
    assertThat(again.members().get("tools")).isEqualTo(expected.members().get("tools"));
    assertThat(messagesAfterSystem(again)).isEqualTo(messagesAfterSystem(expected));
  }

  private static Object messagesAfterSystem(Json.Obj record) {
    Json.Arr messages = (Json.Arr) record.members().get("messages");
    return messages.elements().subList(1, messages.elements().size());
  }

  @Test
  void pluginsOfMossAreSwitchedOnByName() throws Exception {
    Conversation conversation =
        readRecord(
            """
            {'messages':[{'role':'user','content':'2+2?'},
            {'role':'assistant','content':null,'reasoning_content':'算','tool_calls':[{'id':'1',
              'type':'function','function':{'name':'Calculate','arguments':{'expression':'2+2'}}}]},
            {'role':'tool','tool_call_id':'1','content':'4'},
            {'role':'assistant','content':'4'}],
            'tools':[{'type':'function','function':{'name':'Calculate'}}]}\
            """);
    assertThat(conversation.meta().enabled())
        .containsExactly(Capability.INNER_THOUGHTS, Capability.CALCULATOR);
    assertThat(conversation.turns().getFirst())
        .isEqualTo(
            Turn.withPlugins(
                1,
                java.util.List.of(
                    "2+2?", "算", "Calculate(\"2+2\")", "\nCalculate(\"2+2\") => '4'\n", "4")));
  }

  @Test
  void roundsOfCallsAndTheOlderFunctionFormBecomeOneRound() throws Exception {
    Conversation conversation =
        readRecord(
            """
            {'messages':[{'role':'user','content':'u'},
            {'role':'assistant','content':null,'function_call':{'name':'Search',
              'arguments':'{\\u0022query\\u0022:\\u0022茶\\u0022}'}},
            {'role':'function','name':'Search','content':'<|1|>: \\u0027t\\u0027'},
            {'role':'assistant','content':'','function_call':{'name':'Solve',
              'arguments':'{\\u0022equation\\u0022:\\u0022x=1\\u0022}'}},
            {'role':'function','name':'Solve','content':'x = 1'},
            {'role':'assistant','content':'r'}],
            'functions':[{'name':'Search'},{'name':'Solve'}]}\
            """);
    Turn turn = conversation.turns().getFirst();
    assertThat(turn.body(Field.COMMANDS)).isEqualTo("Search(\"茶\"), Solve(\"x=1\")");
    assertThat(turn.body(Field.TOOL_RESPONSES))
        .isEqualTo("\nSearch(\"茶\") =>\n<|1|>: 't'\nSolve(\"x=1\") =>\nx = 1\n");
  }

  @Test
  void aCallWithoutAnswerHasNoResult() throws Exception {
    Conversation conversation =
        Codecs.messages()
            .read(
                json(
                    """
                    {'messages':[{'role':'user','content':'u'},
                    {'role':'assistant','tool_calls':[{'id':'1','function':{'name':'Search',
                      'arguments':{'query':'q'}}}]},
                    {'role':'assistant','content':'r'}],'tools':[{'name':'Search'}]}\
                    """),
                "d");
    assertThat(conversation.turns().getFirst().body(Field.TOOL_RESPONSES)).isEqualTo("\nNone\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          5                                                              | expected one JSON object, found a number
          {'text':'x'}                                                   | messages: expected an array, found nothing
          {'messages':[]}                                                | no turns
          {'messages':[7]}                                               | messages[0]: expected an object, found a number
          {'messages':[{'content':'x'}]}                                 | messages[0].role: expected a string, found nothing
          {'messages':[{'role':'bot','content':'x'}]}                    | messages[0].role: expected system, developer
          {'messages':[{'role':'user','content':5}]}                     | messages[0].content: expected a string, found a number
          {'messages':[{'role':'user','content':[{'type':'image_url'}]}]} | messages[0].content[0]: expected a text part, found "image_url"
          {'messages':[{'role':'assistant','content':'x'}]}              | messages[0]: expected a user message first
          {'messages':[{'role':'user','content':'x'}]}                   | messages[0]: expected the assistant's reply to this user message
          {'messages':[{'role':'user','content':'x'},{'role':'assistant'}]} | messages[1]: expected content or tool_calls
          {'messages':[{'role':'user','content':'x'},{'role':'tool','content':'y'}]} | messages[1]: expected the answer to a call of this turn
          {'messages':[{'role':'user','content':'x'},{'role':'assistant','tool_calls':[{'function':{'name':'a-b','arguments':'{}'}}]}]} | messages[1]: expected a tool name of letters, digits and _, found "a-b"
          {'messages':[{'role':'user','content':'x'},{'role':'assistant','tool_calls':[{'function':{'name':'f','arguments':'{'}}]}]} | messages[1].tool_calls[0].function.arguments: expected the JSON text of an object
          {'id':[],'messages':[{'role':'user','content':'x'},{'role':'assistant','content':'y'}]} | id: expected a string or a number, found an array
          {'tools':'[','messages':[{'role':'user','content':'x'},{'role':'assistant','content':'y'}]} | tools: expected the JSON text of function definitions
          {'mosskit':{'residue':'['},'messages':[{'role':'user','content':'x'},{'role':'assistant','content':'y'}]} | mosskit.residue:
          """)
  void whatIsNoDialogueIsSaidWithItsPlace(String record, String complaint) throws Exception {
    Json value = Json.parse(record.replace('\'', '"'));
    assertThatThrownBy(() -> Codecs.messages().read(value, "d"))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining(complaint.strip());
  }
}
