package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.tag.CategoryModel.Prediction;
import io.mosskit.schema.Category;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoryModelTest {
  private static final List<LabelledPrompt> PROMPTS =
      List.of(
          new LabelledPrompt("求解方程 x^2 = 16", Category.EQUATION_SOLVER),
          new LabelledPrompt("Solve the equation 3x + 2 = 11", Category.EQUATION_SOLVER),
          new LabelledPrompt("画一只戴帽子的猫", Category.TEXT_TO_IMAGE),
          new LabelledPrompt("Draw a picture of a red fox", Category.TEXT_TO_IMAGE),
          new LabelledPrompt("Draw the graph of the equation y = x", Category.CODE));

  @Test
  void theNearestNeighboursVote() {
    try (CategoryModel model = new CategoryModel(PROMPTS)) {
      assertThat(model.predict("画一只黑猫")).contains(new Prediction(Category.TEXT_TO_IMAGE, 1));
      Prediction solver = model.predict("SOLVE this equation for me: 5x = 10").orElseThrow();
      assertThat(solver.category()).isEqualTo(Category.EQUATION_SOLVER);
      assertThat(solver.confidence()).isBetween(0.5, 0.999);
    }
  }

  @Test
  void aPromptThatSharesNothingHasNoCategory() {
    try (CategoryModel model = new CategoryModel(PROMPTS)) {
      assertThat(model.predict("bonjour")).isEqualTo(Optional.empty());
      assertThat(model.predict("？")).isEqualTo(Optional.empty());
      assertThat(model.predict("")).isEqualTo(Optional.empty());
    }
  }

  @Test
  void aPromptOfManyTermsIsNoError() {
    StringBuilder essay = new StringBuilder("Solve the equation ");
    for (int i = 0; i < 5000; i++) {
      essay.append(" word").append(i);
    }
    try (CategoryModel model = new CategoryModel(PROMPTS)) {
      assertThat(model.predict(essay.toString()).map(Prediction::category))
          .contains(Category.EQUATION_SOLVER);
    }
  }
}
