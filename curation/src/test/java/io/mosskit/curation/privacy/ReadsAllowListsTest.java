package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsAllowListsTest {
  private static final String LINES =
      "# 客服 help desk\r\n\r\nHelp@Example.org\r\n 400-810-8888 \r\n";

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("allow.txt"), bytes);
  }

  @Test
  void anEntryALineWithoutRemarks() throws IOException {
    AllowList read = AllowList.read(file(("\uFEFF" + LINES).getBytes(StandardCharsets.UTF_8)));
    assertThat(read.entries()).containsExactly("4008108888", "help@exampleorg");
  }

  @Test
  void bytesThatAreNotUtf8AreNamedAsSuch() throws IOException {
    Path file = file(LINES.getBytes(Charset.forName("GB18030")));
    assertThatThrownBy(() -> AllowList.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("allow.txt: expected UTF-8, found other bytes; save it as UTF-8");
  }
}
