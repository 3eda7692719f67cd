package io.mosskit.generator.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacesPromptsTest {

  @Test
  void namesArePlainWordsAndReadBack() {
    for (Kind kind : Kind.values()) {
      assertThat(Kind.named(kind.label())).contains(kind);
    }
    for (Risk risk : Risk.values()) {
      assertThat(risk.toString()).matches("[a-z]+(-[a-z]+)*");
      assertThat(Risk.named(risk.label())).contains(risk);
    }
    for (Grade grade : Grade.values()) {
      assertThat(Grade.named(grade.label())).contains(grade);
    }
    assertThat(Kind.named("Harmful_Request")).isEmpty();
    assertThat(Risk.named("暴力")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HARMLESS, harmful-request, drugs, harmful-request drugs",
    "HARMLESS, harmful-request, 毒品, harmful-request null",
    "HARMLESS, benign-look-alike, , benign-look-alike null",
    "HONEST, uncertain, drugs, uncertain null",
    "HONEST, harmful-request, drugs, none",
    "CODE, uncertain, , none",
    "HARMLESS, , drugs, none"
  })
  void whatLabelsName(Category category, String kind, String risk, String place) {
    assertThat(
            Taxon.of(category, kind, risk)
                .map(taxon -> taxon.kind() + " " + taxon.risk())
                .orElse("none"))
        .isEqualTo(place);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whoMayHurtThemselvesIsShownToHelp(Kind kind) {
    if (kind.category() == Category.HONEST) {
      assertThatThrownBy(() -> new Taxon(kind, Risk.SELF_HARM)).hasMessageContaining(kind.label());
      return;
    }
    boolean meant = kind != Kind.BENIGN_LOOK_ALIKE;
    assertThat(new Taxon(kind, Risk.SELF_HARM).grades())
        .containsExactly(meant ? Grade.REDIRECT : Grade.HELP);
    assertThat(new Taxon(kind, Risk.DRUGS).grades()).isEqualTo(kind.grades());
  }

  @Test
  void everyKindMeetsEveryRisk() {
    assertThat(Taxon.all(Category.HARMLESS)).hasSize(3 * Risk.values().length);
    assertThat(Taxon.all(Category.HONEST))
        .extracting(Taxon::kind)
        .isEqualTo(Kind.of(Category.HONEST));
    assertThat(Taxon.all(Category.WRITING)).isEmpty();
  }
}
