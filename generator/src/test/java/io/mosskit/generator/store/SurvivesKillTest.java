package io.mosskit.generator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.testing.ForkedJvm;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivesKillTest {

  private static final SequencedMap<String, String> PARAMETERS =
      new LinkedHashMap<>(Map.of("seed", "1"));

  @TempDir Path folder;

  @Test
  void keepsEveryAnswerThatItSaidItKept() throws Exception {
    List<Integer> kept = new ArrayList<>();
    Process writer = ForkedJvm.start(StoreWriter.class, folder.toString());
    try (BufferedReader lines = writer.inputReader()) {
      while (kept.size() < 500) {
        kept.add(Integer.valueOf(lines.readLine()));
      }
      assertThatThrownBy(() -> RunStore.open(folder, PARAMETERS))
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("another process works on this run");
      writer.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        kept.add(Integer.valueOf(line));
      }
    }
    writer.waitFor();

    try (RunStore store = RunStore.open(folder, PARAMETERS)) {
      for (int number : kept) {
        assertThat(store.lookUpOrSend(StoreWriter.request(number), Instant.EPOCH))
            .isEqualTo(new JournalEntry.Answered(StoreWriter.reply(number)));
      }
      assertThat(store.usage().answered()).isGreaterThanOrEqualTo(kept.size());
    }
  }
}
