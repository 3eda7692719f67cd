package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsBugsTest {

  /// An output that fails as no output should.
  private static final class Faulty extends PrintWriter {

    Faulty() {
      super(new StringWriter());
    }

    @Override
    public void println(String line) {
      throw new IllegalStateException("八 is not 9");
    }
  }

  @Test
  void whatNobodyForesawEndsWithFiveAndAllThatAReportNeeds(@TempDir Path folder) throws Exception {
    Path file = Dialogues.write(folder.resolve("茶.jsonl"), Dialogues.tea("茶"));
    StringWriter err = new StringWriter();
    int code = Mosskit.run(new Faulty(), new PrintWriter(err), "stats", file.toString());
    assertThat(code).isEqualTo(5);
    assertThat(err.toString())
        .contains("八 is not 9")
        .contains("this is a bug in mosskit " + Version.number())
        .contains("mosskit stats " + file)
        .contains("java.lang.IllegalStateException")
        .contains("\tat io.mosskit.cli");
  }
}
