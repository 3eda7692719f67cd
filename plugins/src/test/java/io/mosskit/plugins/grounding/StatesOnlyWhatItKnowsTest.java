package io.mosskit.plugins.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.trace.Results;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesOnlyWhatItKnowsTest {

  private static List<Unsupported> check(String user, String results, String reply) {
    Results parsed = Results.parse("\n" + results.replace(" // ", "\n") + "\n");
    return Grounding.check(new Evidence(List.of(user), parsed), reply);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "直径7米的圆周长多少？ | Calculate(\"pi*7\") => '21.991148575128552' | 周长约为22米，也就是21.99米。<sup>[1]</sup>",
        "How far is it? | Calculate(\"3*1.609344\") => '4.828032' | About 4.83 km, or 4.828 to be exact.",
        "一共多少钱？ | Calculate(\"1200*1000\") => '1200000' | 一共120万元，即1,200,000元，也是１２０万。",
        "What is the total? | Calculate(\"1500*1000\") => '1500000' | It is 1.5 million.",
        "资产400万元，负债45%，净资产呢？ | Calculate(\"400*(1-0.45)\") => '220.00000000000003' | 净资产为220万元。",
        "女生占多少？ | Calculate(\"24/80\") => '0.3' | 女生占30%，即百分之三十。",
        "What share? | Calculate(\"1/8\") => '0.125' | That is 12.5 percent.",
        "解方程 | Solve(\"3*x=160\") => // x = 160/3 | x 等于 160/3，约为 53.33。",
        "Solve it. | Solve(\"x^2=9\") => // x_0 = -3 // x_1 = 3 | There are two roots, x = -3 and x = 3; that makes 2.",
        "气温变化？ | Calculate(\"2-5\") => '-3' | 气温下降了3度。",
        "How many buses for 100 people? | Calculate(\"100/32\") => '3.125' | You need 4 buses for 100 people.",
        "怎么做？ | Calculate(\"6*7\") => '42' | 步骤如下：\\n1. 先乘。\\n2. 得到四十二。\\n第3步，检查。",
        "How? | Calculate(\"6*7\") => '42' | Step 1: multiply. The answer is forty-two, one of the nicest numbers.",
        "北京人口？ | Search(\"北京人口\") => // [1]: '北京常住人口2189.3万人' | 北京有约2189万人<sup>[1]</sup>，超过2000万。",
        "Who wrote it? | Search(\"author\") => // [1]: 'Written in 1851 by Herman Melville.' | Herman Melville wrote it in 1851<sup>[1]</sup>.",
        "他说了什么？ | Search(\"演讲\") => // [1]: '他说：我们选择登月，不是因为它容易。' | 他说“我们选择登月，不是因为它容易”<sup>[1]</sup>。",
        "GPT-4是什么？ | Search(\"GPT-4\") => // [1]: 'GPT-4是一个模型' | GPT-4 是一个模型，和 COVID-19 无关，x_1 和 x^2 也不是数量。",
        "谁报道的？ | Search(\"报道\") => // [1]: '《晨报》：今天下雨' | 据《晨报》报道，今天下雨<sup>[1]</sup>。",
        "千万别错 | Calculate(\"1+1\") => '2' | 千万别担心，万一有三四个错，十分容易改，一共是2。",
      })
  void whatFollowsFromTheEvidenceIsSupported(String user, String results, String reply) {
    assertThat(check(user, numbered(results), numbered(reply))).isEmpty();
  }

  /// `[1]` stands for `<|1|>`, in which the table would see columns.
  private static String numbered(String text) {
    return text.replace("\\n", "\n").replaceAll("\\[(\\d)]", "<|$1|>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "直径7米的圆周长多少？ | Calculate(\"pi*7\") => '21.991148575128552' | 周长约为22.99米。 | 22.99",
        "How far is it? | Calculate(\"3*1.609344\") => '4.828032' | About 4.84 km. | 4.84",
        "一共多少钱？ | Calculate(\"1200*1000\") => '1200000' | 一共12万元。 | 12万",
        "资产400元，负债45%，净资产呢？ | Calculate(\"400*(1-0.45)\") => '220.00000000000003' | 净资产为220万元。 | 220万",
        "女生占多少？ | Calculate(\"24/80\") => '0.3' | 女生占百分之三十五。 | 百分之三十五",
        "解方程 | Solve(\"x^2=9\") => // x_0 = -3 // x_1 = 3 | 解是 x = 4。 | 4",
        "Solve it. | Solve(\"x+5=2\") => // x = -3 | The solution is x = 3. | 3",
        "多少种？ | Calculate(\"7!/(4!*3!)\") => 'No result.' | 一共有35种。 | 35",
        "How many? | Calculate(\"6*7\") => '42' | The answer is eight. | eight",
        "多少？ | Calculate(\"6*7\") => '42' | 答案是八。 | 八",
        "多少？ | Calculate(\"6*7\") => '42' | 答案是42<sup>[2]</sup>。 | [2]",
        "Who wrote it? | Search(\"author\") => // [1]: 'Written in 1851.' | It was written in 1581<sup>[1]</sup>. | 1581",
        "Who? | Search(\"author\") => // [1]: 'Written in 1851.' | According to Harper Weekly, in 1851<sup>[1]</sup>. | Harper Weekly",
        "他说了什么？ | Search(\"演讲\") => // [1]: '他谈到登月。' | 他说“我们选择登月，不是因为它容易”<sup>[1]</sup>。 | 我们选择登月，不是因为它容易",
        "What did he say? | Search(\"speech\") => // [1]: 'He spoke of the moon.' | He said \"we choose to go to the moon in this decade\"<sup>[1]</sup>. | we choose to go to the moon in this decade",
        "谁报道的？ | Search(\"报道\") => // [1]: '今天下雨' | 据《晨报》报道，今天下雨<sup>[1]</sup>。 | 晨报",
        "Where? | Search(\"site\") => // [1]: 'no address' | See https://example.org/page for more. | https://example.org/page",
      })
  void whatDoesNotIsNamed(String user, String results, String reply, String named) {
    assertThat(check(user, numbered(results), numbered(reply)))
        .extracting(Unsupported::text)
        .containsExactly(numbered(named));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "好的。",
        "Fine.",
        "<|",
        "“”",
        "1.",
        "一",
        "--",
        "9e99999",
        "1/0",
        "亿亿亿亿亿亿亿亿"
      })
  void whatIsFoundStandsInTheText(String reply) {
    assertThat(check("你好", "None", reply))
        .allSatisfy(found -> assertThat(reply.substring(found.at())).startsWith(found.text()));
  }
}
