package io.mosskit.generator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Asker;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Teachers;
import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.store.RunStore;
import io.mosskit.generator.testing.FakeTime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgesAShareTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 1})
  void drawnByTheIdsOfDialogues(double share) throws Exception {
    try (RunStore store = RunStore.open(folder, new LinkedHashMap<>())) {
      FakeTime time = new FakeTime();
      Asker nobody =
          new Asker(
              store,
              new Teachers(List.of(), Map.of(), 1, time),
              new Purse(Budget.UNLIMITED, Spent.NOTHING),
              time);
      Judge judge = new Judge(JudgePlan.of("j").withShare(share), new Inquiry(nobody, 1));
      long wanted = IntStream.range(0, 2000).filter(i -> judge.wants("d-" + i)).count();
      double error = share == 0 || share == 1 ? 0 : 0.04;
      assertThat(wanted / 2000.0).isBetween(share - error, share + error);
    }
  }
}
