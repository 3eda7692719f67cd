package io.mosskit.generator.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StaysWithinTheBudgetTest {

  private static final Price PRICE =
      Price.ofMillion(new BigDecimal("0.0375"), new BigDecimal("0.60"));

  private static Cost cost(long prompt, long completion) {
    return Cost.of(Optional.of(PRICE), prompt, completion);
  }

  private static Budget dollars(String amount) {
    return Budget.UNLIMITED.withDollars(Dollars.of(new BigDecimal(amount)));
  }

  @Test
  void pricesAreExact() {
    Cost sum = Cost.NOTHING;
    for (int i = 0; i < 1_000_000; i++) {
      sum = sum.plus(cost(1, 1));
    }
    assertThat(sum.dollars().amount()).isEqualTo(new BigDecimal("0.6375"));
    assertThat(sum.dollars())
        .hasToString("$0.6375")
        .isEqualTo(cost(1_000_000, 1_000_000).dollars());
    assertThatThrownBy(() -> Price.ofMillion(new BigDecimal("0.0000001"), BigDecimal.ONE))
        .hasMessageContaining("12 decimals");
    assertThatThrownBy(() -> Price.ofMillion(new BigDecimal("-1"), BigDecimal.ONE))
        .hasMessageContaining("at least 0");
  }

  @Test
  void aBudgetIsSpentToTheLastCentAndNotBeyond() throws Exception {
    Purse purse = new Purse(dollars("1.20"), Spent.NOTHING);
    Cost million = cost(0, 1_000_000);
    for (int i = 0; i < 2; i++) {
      assertThat(purse.setAside(million)).isTrue();
      purse.settle(million, new Bill(million, Settlement.BILLED));
    }
    assertThat(purse.spent().billed().dollars()).hasToString("$1.2000");
    assertThat(purse.setAside(cost(1, 0))).isFalse();
    assertThat(purse.setAside(Cost.NOTHING)).as("after that, nothing more").isFalse();
  }

  @Test
  void tokensAreCountedToo() throws Exception {
    Purse purse = new Purse(Budget.UNLIMITED.withTokens(100), Spent.NOTHING);
    assertThat(purse.setAside(cost(60, 40))).isTrue();
    purse.settle(cost(60, 40), new Bill(cost(10, 10), Settlement.BILLED));
    assertThat(purse.setAside(cost(60, 20))).isTrue();
    assertThat(purse.budget()).hasToString("100 tokens");
  }

  @Test
  void earlierStartsCountAndSoDoesWhatMayHaveBeenBilled() throws Exception {
    Spent before = new Spent(cost(0, 500_000), 0, cost(0, 400_000), 3);
    assertThat(new Purse(dollars("0.60"), before).setAside(cost(0, 100_000))).isTrue();
    assertThat(new Purse(dollars("0.60"), before).setAside(cost(0, 100_001))).isFalse();
  }

  @Test
  void aRequestThatDoesNotFitWaitsForWhatOthersLeaveOver() throws Exception {
    Purse purse = new Purse(Budget.UNLIMITED.withTokens(100), Spent.NOTHING);
    assertThat(purse.setAside(cost(0, 80))).isTrue();
    CountDownLatch done = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                assertThat(purse.setAside(cost(0, 50))).isTrue();
                done.countDown();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(done.getCount()).isEqualTo(1);
    purse.settle(cost(0, 80), new Bill(cost(0, 20), Settlement.BILLED));
    done.await();
    assertThat(purse.setAside().tokens()).isEqualTo(50);
  }

  @Test
  void anAnswerThatDoesNotSayWhatItTookCountsWithTheWorstCase() {
    ChatReply silent = new ChatReply("好", Finish.STOP, 0, 0, "m");
    Cost worst = cost(100, 1024);
    assertThat(Bill.of(silent, Optional.of(PRICE), worst))
        .isEqualTo(new Bill(worst, Settlement.ESTIMATED));
    ChatReply exact = new ChatReply("好", Finish.STOP, 7, 1, "m");
    assertThat(Bill.of(exact, Optional.of(PRICE), worst))
        .isEqualTo(new Bill(cost(7, 1), Settlement.BILLED));
    Spent spent = Spent.NOTHING.and(Bill.of(silent, Optional.of(PRICE), worst));
    assertThat(spent.estimated()).isEqualTo(1);
    assertThat(spent.and(Bill.free())).isEqualTo(spent);
  }

  @Test
  void aRequestHasNoMoreTokensThanItHasBytesAndWhatATemplateAdds() {
    ChatRequest request =
        new ChatRequest(
            List.of(new Message(Role.SYSTEM, "You are MOSS."), new Message(Role.USER, "你好")),
            new Sampling(1, 1, 9, 3),
            Form.TEXT);
    assertThat(Tokens.atMost(request)).isEqualTo(64 + 16 + 13 + 16 + 6);
    assertThat(Tokens.about(request)).isEqualTo(4 + 3 + 4 + 2);
  }

  @Test
  void aBudgetBelowNothingIsRefused() {
    assertThatThrownBy(() -> dollars("-0.01")).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> Budget.UNLIMITED.withTokens(-1)).hasMessageContaining("-1 tokens");
  }
}
