package io.mosskit.generator.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriesLicencesTest {

  @Test
  void oneLicenceStaysAsItIs() {
    assertThat(Licences.of(List.of("CC-BY-4.0", "CC-BY-4.0"))).isEqualTo("CC-BY-4.0");
    assertThat(Licences.of(List.of("知识共享 署名"))).isEqualTo("知识共享 署名");
  }

  @Test
  void severalAllApplyOnceEach() {
    assertThat(Licences.of(List.of("MIT", "CC-BY-4.0 AND MIT", "Apache-2.0")))
        .isEqualTo("Apache-2.0 AND CC-BY-4.0 AND MIT");
  }

  @Test
  void aSourceThatStatesNoneShows() {
    assertThat(Licences.of(Arrays.asList("MIT", null))).isEqualTo("MIT AND NOASSERTION");
    assertThat(Licences.of(Arrays.asList(null, null))).isNull();
    assertThat(Licences.of(List.of())).isNull();
  }
}
