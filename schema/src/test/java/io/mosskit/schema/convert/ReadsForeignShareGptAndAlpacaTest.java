package io.mosskit.schema.convert;

import static io.mosskit.schema.convert.Dialogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// ShareGPT and Alpaca records that never were MOSS.
class ReadsForeignShareGptAndAlpacaTest {

  @Test
  void thoughtsAndListsOfCallsAreRead() throws Exception {
    Conversation conversation =
        Codecs.shareGpt()
            .read(
                json(
                    """
                    {'conversation_id':'s','conversations':[{'from':'system','value':'守则'},
                    {'from':'human','value':'u'},
                    {'from':'function_call','value':'<think>想</think>[{\\u0022name\\u0022:\
                    \\u0022f\\u0022,\\u0022arguments\\u0022:{}},{\\u0022name\\u0022:\
                    \\u0022g\\u0022,\\u0022arguments\\u0022:\\u0022{}\\u0022}]'},
                    {'from':'observation','value':'one'},{'from':'observation','value':'二'},
                    {'from':'gpt','value':'<think> 再想 </think> r'}],
                    'tools':'[{\\u0022name\\u0022:\\u0022f\\u0022},{\\u0022name\\u0022:\\u0022g\\u0022}]'}\
                    """),
                "d");
    assertThat(ConversationCheck.violations(conversation)).isEmpty();
    assertThat(conversation.idText()).isEqualTo("s");
    Turn turn = conversation.turns().getFirst();
    assertThat(turn.body(Field.INNER_THOUGHTS)).isEqualTo("想\n再想");
    assertThat(turn.body(Field.COMMANDS)).isEqualTo("f(\"{}\"), g(\"{}\")");
    assertThat(turn.body(Field.TOOL_RESPONSES)).isEqualTo("\nf(\"{}\") => one\ng(\"{}\") => 二\n");
    assertThat(turn.reply()).isEqualTo("r");
    assertThat(conversation.metaInstruction())
        .isEqualTo("守则\n- f: enabled. API: f()\n- g: enabled. API: g()\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'conversations':[{'from':'human','value':'x'},{'from':'function_call','value':'f(x)'}]} | conversations[1].value: expected {"name": …
          {'conversations':[{'from':'gpt','value':'欢迎'}]}              | conversations[0]: expected a user message first
          {'conversations':[{'from':'someone','value':'x'}]}             | conversations[0].from: expected system, human
          {'conversations':[{'from':'human'}]}                           | conversations[0].value: expected a string, found nothing
          {'conversations':'x'}                                          | conversations: expected an array, found a string
          """)
  void whatIsNoShareGptIsSaidWithItsPlace(String record, String complaint) {
    assertThatThrownBy(() -> Codecs.shareGpt().read(json(record), "d"))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void alpacaJoinsInstructionAndInputAndReadsItsHistory() throws Exception {
    Conversation conversation =
        Codecs.alpaca()
            .read(
                json(
                    """
                    {'instruction':'Translate:','input':'茶','output':'tea','system':'',
                    'history':[['hi','你好']]}\
                    """),
                "alpaca-3");
    assertThat(conversation.turns())
        .containsExactly(Turn.plain(1, "hi", "你好"), Turn.plain(2, "Translate:\n茶", "tea"));
    assertThat(conversation.idText()).isEqualTo("alpaca-3");
    assertThat(ConversationCheck.violations(conversation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'instruction':'x'}                                 | output: expected a string, found nothing
          {'output':'x'}                                      | instruction: expected a string, found nothing
          {'instruction':'x','output':'y','history':[['a']]}  | history[0]: expected a pair of user text and reply
          {'instruction':'x','output':'y','history':'a'}      | history: expected an array, found a string
          """)
  void whatIsNoAlpacaIsSaidWithItsPlace(String record, String complaint) {
    assertThatThrownBy(() -> Codecs.alpaca().read(json(record), "d"))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      textBlock =
          """
          {'text':'no markers 无'} => text: expected a line that begins with <|Human|>: from character 1 on
          {'text':'m\\n<|Human|>: 问<eoh>\\n<|MOSS|>: a<eom>\\n'} => text: expected <eoh>, a line break and <|Inner Thoughts|>: from character 3 on
          {'text':'<|Human|>: 茶'} => text: expected <eoh>, a line break
          """)
  void whatIsNoTrainingTextIsSaidWithItsPlace(String record, String complaint) {
    assertThatThrownBy(() -> Codecs.named("training-text").read(json(record), "d"))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining(complaint);
  }
}
