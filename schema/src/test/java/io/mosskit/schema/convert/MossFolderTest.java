package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.RandomConversations;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One object a file, as published.
class MossFolderTest {

  @TempDir Path temporary;

  @Test
  void filesAreNamedByCategoryAndNumber() throws Exception {
    Path folder = temporary.resolve("a/corpus");
    try (MossFolder out = MossFolder.create(folder)) {
      out.write(Dialogues.tea());
      out.write(Dialogues.image());
      out.write(Dialogues.tea());
      out.write(RandomConversations.of(1).without("category").withCategory("诗"));
      assertThat(folder).doesNotExist();
      out.commit();
      assertThat(out.records()).isEqualTo(4);
    }
    assertThat(names(folder))
        .contains(
            "mix_conversation_1.json",
            "mix_conversation_2.json",
            "text-to-image_conversation_1.json")
        .hasSize(4);
    assertThat(Files.readString(folder.resolve("mix_conversation_1.json")))
        .startsWith("{\n    \"conversation_id\": \"tea\",\n")
        .endsWith("\n}");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Path folder = temporary.resolve("corpus");
    List<Conversation> written = new ArrayList<>();
    try (MossFolder out = MossFolder.create(folder)) {
      for (int i = 0; i < 12; i++) {
        written.add(Dialogues.tea().withMosskit("id", io.mosskit.schema.json.Json.of(i)));
        out.write(written.getLast());
      }
      out.commit();
    }
    List<Conversation> read = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(folder).entries()) {
      scan.forEach(entry -> read.add(((Entry.Accepted) entry).conversation()));
    }
    assertThat(read).isEqualTo(written);
  }

  @Test
  void withoutACommitNothingIsLeft() throws Exception {
    try (MossFolder out = MossFolder.create(temporary.resolve("x"))) {
      out.write(Dialogues.tea());
    }
    assertThat(names(temporary)).isEmpty();
  }

  @Test
  void aFolderWithFilesIsNotOverwritten() throws Exception {
    Files.writeString(temporary.resolve("f"), "");
    assertThatThrownBy(() -> MossFolder.create(temporary))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("choose another name");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).sorted().toList();
    }
  }
}
