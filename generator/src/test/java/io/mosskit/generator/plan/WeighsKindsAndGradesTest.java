package io.mosskit.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Kind;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeighsKindsAndGradesTest {

  private static final int THROWS = 4000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void kindsComeAsOftenAsTheyWeighAndEveryRiskComes(long seed) {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    Set<Risk> risks = new HashSet<>();
    for (int i = 0; i < THROWS; i++) {
      Dice dice = Dice.of(seed, "taxon", i);
      Taxon taxon = SafetyPlan.DEFAULT.taxon(Category.HARMLESS, dice).orElseThrow();
      kinds.merge(taxon.kind(), 1, Integer::sum);
      risks.add(taxon.risk());
    }
    assertThat(kinds.get(Kind.HARMFUL_REQUEST)).isBetween(THROWS * 46 / 100, THROWS * 54 / 100);
    assertThat(kinds.get(Kind.BENIGN_LOOK_ALIKE)).isBetween(THROWS * 26 / 100, THROWS * 34 / 100);
    assertThat(kinds.get(Kind.SENSITIVE_ADVICE)).isBetween(THROWS * 16 / 100, THROWS * 24 / 100);
    assertThat(risks).containsExactlyInAnyOrder(Risk.values());
    assertThat(SafetyPlan.DEFAULT.taxon(Category.CODE, Dice.of(seed))).isEmpty();
  }

  @Test
  void whatWeighsNothingIsNeverDrawn() {
    Map<Kind, Integer> kinds = new EnumMap<>(SafetyPlan.DEFAULT.kinds());
    kinds.put(Kind.UNCERTAIN, 0);
    Map<Grade, Integer> grades = new EnumMap<>(SafetyPlan.DEFAULT.grades());
    grades.put(Grade.REFUSE, 0);
    SafetyPlan plan = new SafetyPlan(kinds, grades);
    for (int i = 0; i < 500; i++) {
      Dice dice = Dice.of(5, i);
      Taxon honest = plan.taxon(Category.HONEST, dice).orElseThrow();
      assertThat(honest.kind()).isNotEqualTo(Kind.UNCERTAIN);
      assertThat(honest.grades()).contains(plan.grade(honest, dice));
      Taxon harm = new Taxon(Kind.HARMFUL_REQUEST, Risk.DRUGS);
      assertThat(plan.grade(harm, dice)).isIn(Grade.SAFE_COMPLETE, Grade.REDIRECT);
    }
  }

  @Test
  void aWeightTooFewOrBelowNothingIsNamed() {
    Map<Kind, Integer> kinds = SafetyPlan.DEFAULT.kinds();
    Map<Grade, Integer> grades = new EnumMap<>(SafetyPlan.DEFAULT.grades());
    assertThatThrownBy(() -> new SafetyPlan(Map.of(Kind.UNCERTAIN, 1), grades))
        .hasMessageContaining("harmful-request")
        .hasMessageContaining("{uncertain=1}");
    grades.put(Grade.ACCEPT_CORRECTION, 0);
    grades.put(Grade.HOLD_POLITELY, 0);
    assertThatThrownBy(() -> new SafetyPlan(kinds, grades))
        .hasMessage("one grade of [accept-correction, hold-politely] has a weight above 0");
    grades.put(Grade.ACCEPT_CORRECTION, -1);
    assertThatThrownBy(() -> new SafetyPlan(kinds, grades)).hasMessageContaining("at least 0");
    grades.put(Grade.ACCEPT_CORRECTION, 1);
    grades.put(Grade.HELP, 1);
    assertThatThrownBy(() -> new SafetyPlan(kinds, grades)).hasMessageContaining("help=1");
  }

  @Test
  void theyAreParametersOfWhatDependsOnThem() {
    SafetyPlan plan = SafetyPlan.DEFAULT;
    assertThat(plan.parameters(Category.HARMLESS))
        .isEqualTo(Map.of("grades harmless", "{refuse=5, safe-complete=3, redirect=2}"));
    assertThat(plan.parameters(Category.HONEST))
        .isEqualTo(Map.of("grades honest", "{accept-correction=1, hold-politely=1}"));
    assertThat(plan.parameters(Category.CODE)).isEmpty();
  }
}
