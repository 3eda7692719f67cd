package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlignsColumnsTest {

  @Test
  void chineseCharactersAreTwoColumnsWide() {
    Table table = new Table("what", "n").row("写作", 5).row("code", 120);
    assertThat(table.lines()).containsExactly("  what    n", "  写作    5", "  code  120");
    assertThat(table.lines()).extracting(Table::width).containsOnly(11);
  }

  @Test
  void widthsAreThoseOfATerminal() {
    assertThat(Table.width("茶, tea。")).isEqualTo(9);
    assertThat(Table.width("𠮷😀")).isEqualTo(4);
    assertThat(Table.width("“–…”")).isEqualTo(4);
  }

  @Test
  void numbersStandToTheRightAndTextToTheLeft() {
    Table table = new Table("share", "range").row("3.00 %", "1–2").row("12.50 %", "10–20");
    assertThat(table.lines())
        .containsExactly("    share  range", "   3.00 %  1–2", "  12.50 %  10–20");
  }

  @Test
  void aRowHasACellForEachColumn() {
    Table table = new Table("a", "b");
    assertThat(table.isEmpty()).isTrue();
    assertThatThrownBy(() -> table.row("一")).isInstanceOf(IllegalArgumentException.class);
  }
}
