package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopsAtSwallowedFilesTest {
  @TempDir private Path folder;

  private static final CurationPlan HALF =
      CurationPlan.standard().withDuplicates(DuplicatePlan.standard().withMaxClusterShare(0.5));

  private static Conversation[] copiesAndOthers(int copies, int others) {
    List<Conversation> all =
        new ArrayList<>(Collections.nCopies(copies, Dialogues.of("c", "什么是绿茶？它怎么泡？", "一种不发酵的茶。")));
    for (int i = 0; i < others; i++) {
      String word = Integer.toString(1_000_003 * (i + 7), 36).toLowerCase(Locale.ROOT);
      all.add(
          Dialogues.of("o" + i, "Tell me what " + word + " means, please.", "No word: " + word));
    }
    return all.toArray(Conversation[]::new);
  }

  @Test
  void identicalCopiesCountAsACluster() {
    assertThatThrownBy(() -> Curated.of(folder, HALF, copiesAndOthers(150, 50)))
        .isInstanceOf(SwallowedException.class)
        .hasMessageContaining("150 of the 200 records");
  }

  @Test
  void fewerThanTheBoundStopNothing() throws IOException {
    assertThat(Curated.of(folder, HALF, copiesAndOthers(100, 120)).kept()).hasSize(121);
  }
}
