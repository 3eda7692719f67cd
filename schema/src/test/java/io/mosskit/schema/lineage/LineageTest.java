package io.mosskit.schema.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static final Artifact PICTURE = new Artifact("2c26b46b.png", "2".repeat(64));

  private static final Lineage WHOLE =
      new Lineage(
          List.of("code-zh-001"),
          List.of("p-1", "p-2"),
          "user-turn@1",
          "rehearsal",
          List.of("r-1"),
          List.of(
              new Receipt("Calculate", "1", "1+1", "0".repeat(64), 12, "too_deep", null),
              new Receipt("Text2Image", "1", "月亮", "1".repeat(64), 12, null, PICTURE)),
          List.of(new Verdict("novelty", "kept", Json.object().put("score", 0.25).build())));

  @Test
  void standsInTheRecordAndComesBack() {
    Conversation record = WHOLE.writeTo(Samples.chinese("1"));
    assertThat(Lineage.of(record)).isEqualTo(WHOLE);
    assertThat(Lineage.of(Samples.chinese("1"))).isEqualTo(Lineage.NONE);
  }

  @Test
  void verdictsAddUp() {
    Lineage longer = WHOLE.and(new Verdict("near-duplicate", "kept", Json.Obj.EMPTY));
    assertThat(longer.verdicts()).hasSize(2);
    assertThat(Lineage.of(longer.writeTo(Samples.english("2")))).isEqualTo(longer);
  }

  @Test
  void whatIsEmptyIsLeftOut() {
    assertThat(Lineage.NONE.json()).isEqualTo(Json.Obj.EMPTY);
  }

  @Test
  void foreignMembersAreNotMistakenForHistory() {
    Json strange =
        Json.object()
            .put("seeds", "no list")
            .put("receipts", Json.of(List.of(Json.of(1), Json.Obj.EMPTY)))
            .put("verdicts", Json.of(List.of(Json.object().put("stage", "x").build())))
            .build();
    Conversation record = Samples.english("1").withMosskit(Lineage.MEMBER, strange);
    assertThat(Lineage.of(record)).isEqualTo(Lineage.NONE);
    assertThatThrownBy(() -> new Receipt("p", "1", "a", "short", 0, null, null))
        .hasMessageContaining("SHA-256");
  }
}
