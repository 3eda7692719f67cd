package io.mosskit.schema.convert;

import java.util.Locale;

/// How a dialogue read back from a record without residue can differ from the one that was written.
public enum Loss {
  /// The id was a number and is a text.
  ID_TYPE("ids that were numbers"),
  /// A blank meta instruction, which reads as none.
  META_INSTRUCTION("blank meta instructions"),
  /// `num_turns` that was not the number of turns.
  NUM_TURNS("num_turns other than the number of turns"),
  /// Members beside the format's own, `mosskit` with ids, lineage and scores among them; `category`
  /// is carried.
  MEMBERS("members beside the format's own"),
  /// The order of the record's members.
  KEY_ORDER("the order of members"),
  /// A text of markers that divides into other turns than it had, or into none.
  TURNS("the division into turns"),
  /// The numbers of turns, the order of their members, members beside the five fields.
  TURN_MEMBERS("numbers, order and further members of turns"),
  /// Blanks and markers around a field's text, the order and the line form of result blocks.
  LAYOUT("blanks, markers and the layout of results"),
  /// What the user wrote.
  HUMAN("user text"),
  /// The inner thoughts.
  INNER_THOUGHTS("inner thoughts"),
  /// Calls.
  COMMANDS("calls"),
  /// Commands outside the grammar, which are no calls and do not become any.
  COMMANDS_NOT_REPRESENTABLE("commands outside the grammar"),
  /// Results, or results without a call that they answer.
  TOOL_RESPONSES("results"),
  /// What the assistant replied.
  REPLY("replies");

  private final String what;

  Loss(String what) {
    this.what = what;
  }

  /// The name in output: `commands_not_representable`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What is lost, in a few words.
  public String what() {
    return what;
  }
}
