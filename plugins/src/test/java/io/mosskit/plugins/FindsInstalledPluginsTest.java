package io.mosskit.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.plugins.calculate.Calculate;
import io.mosskit.plugins.solve.Solve;
import io.mosskit.schema.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindsInstalledPluginsTest {

  @Test
  void shippedAndAddedPluginsAreInstalledInTheOrderOfTheirNames() {
    assertThat(Plugins.installed().all())
        .extracting(Plugin::name)
        .containsExactly("Calculate", "Solve", "Text2Image", "Translate");
  }

  @Test
  void pluginIsFoundByItsExactName() {
    Plugins installed = Plugins.installed();
    assertThat(installed.named("Calculate")).containsInstanceOf(Calculate.class);
    assertThat(installed.named("calculate")).isEmpty();
    assertThat(installed.named("计算")).isEmpty();
  }

  @Test
  void calculatorAnnouncesItselfAsTheMetaInstructionDoes() {
    assertThat(Capability.CALCULATOR.api()).contains(new Calculate().apiLine());
    assertThat(Capability.CALCULATOR.command()).contains(new Calculate().name());
  }

  @Test
  void solverAnnouncesItselfAsTheMetaInstructionDoes() {
    assertThat(Capability.EQUATION_SOLVER.api()).contains(new Solve().apiLine());
    assertThat(Capability.EQUATION_SOLVER.command()).contains(new Solve().name());
  }

  @Test
  void twoPluginsOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plugins.of(List.of(new Calculate(), new Calculate())))
        .withMessageContaining("two plugins are named Calculate")
        .withMessageContaining(Calculate.class.getName());
  }
}
