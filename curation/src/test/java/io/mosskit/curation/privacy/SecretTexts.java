package io.mosskit.curation.privacy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;

/// Plants secrets, and what looks like secrets, anywhere in dialogues.
final class SecretTexts {
  private static final List<String> PIECES =
      List.of(
          "li.wei@qq.com",
          "13910274638",
          "+86 139-1027-4638",
          "(415) 362-0182",
          "110105199003072370",
          "4539148803436467",
          "4539 1488 0343 6467",
          "GB33 BUKB 2020 1555 5555 55",
          "47.104.22.9",
          "2408:4003:10c::1f",
          "家庭住址：上海市杨浦区邯郸路220号3号楼502室",
          "Home address: 12 Oak Hill Road, Apt 4B",
          "姓名：王小明",
          "Name: Hannah Lindqvist",
          "sk-Zk3vQ9aLmT7xWc2RbY8dHn5JpUf4Gs6Ee1Vo0Ki",
          "client_secret=9fc11f9f99bdcd1611dca755f1b73239",
          "https://a:Tr0ub4dor@fudan.edu.cn",
          "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7Zk3vQ9aLmT7xWc2RbY8dHn5JpUf4Gs6\n-----END PRIVATE"
              + " KEY-----",
          "[EMAIL_1]",
          "[PHONE_7]",
          "１３９１０２７４６３８",
          "电话：",
          "phone: ",
          "订单号",
          "-",
          "=",
          "@",
          ".",
          " ");

  private final SplittableRandom random;

  SecretTexts(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// The same dialogue with a few pieces put into some of its fields, inside their markers; plugin
  /// calls get theirs in the argument, and the results that echo them the same.
  Conversation in(Conversation dialogue) {
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : dialogue.turns()) {
      Turn changed = turn;
      for (Field field : List.of(Field.HUMAN, Field.INNER_THOUGHTS, Field.MOSS)) {
        changed = changed.with(field, planted(field, changed.value(field)));
      }
      String piece = oneLine();
      for (Field field : List.of(Field.COMMANDS, Field.TOOL_RESPONSES)) {
        String value = changed.value(field);
        changed =
            changed.with(
                field, value.replaceFirst("\\(\"", Matcher.quoteReplacement("(\"" + piece)));
      }
      turns.add(changed);
    }
    return dialogue.withTurns(turns);
  }

  private String oneLine() {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return piece.indexOf('\n') < 0 ? piece : "";
  }

  private String planted(Field field, String value) {
    if (!field.isWellFormed(value)) {
      return value;
    }
    StringBuilder body = new StringBuilder(field.body(value));
    for (int i = random.nextInt(4); i > 0; i--) {
      body.insert(random.nextInt(body.length() + 1), PIECES.get(random.nextInt(PIECES.size())));
    }
    return field.value(body.toString());
  }
}
