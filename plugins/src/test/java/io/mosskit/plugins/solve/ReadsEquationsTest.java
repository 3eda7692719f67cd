package io.mosskit.plugins.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsEquationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "２ｘ＋（１－ｘ）×３＝７ | 2x+(1-x)*3=7",
        "x÷4＝（120－x）÷5 | x/4=(120-x)/5",
        "x²＝49；y³＝8 | x^2=49;y^3=8",
        "√(x)＝5 | sqrt(x)=5",
        "x＝2π | x=2pi",
        "x + y == 5 and x - y == 1 | x+y=5;x-y=1",
        "x=5，y=x+1； | x=5;y=x+1",
        "x**3=27 | x^3=27",
        "3[2(x+1)-{3}]=5 | 3(2(x+1)-3)=5",
        "x/2=y/3=z/4;x+y+z=18 | x/2=y/3;y/3=z/4;x+y+z=18",
        "3x+280 | 3x+280=0",
        "6x^2=2400;x^3 | 6x^2=2400",
        "2t+7t=1, t | 2t+7t=1",
        "1/2x=3 | (1/2)*x=3",
        "2x^2=18 | 2*(x^2)=18",
        "2^3x=16 | 8x=16",
        "-x^2=-9 | 0-(x^2)=-9",
        "2^-1x=4 | 0.5x=4",
        "2^3^2=x | x=512",
        "x*-3=6 | -3x=6",
        "x+y=7;xy=12 | x+y=7;x*y=12",
        "x+y=3;xy^2=4 | x+y=3;x*y^2=4",
        "exp(x)=2 | e^x=2",
        "log(x,2)=5 | log2(x)=5",
        "lg(x)=2 | log10(x)=2"
      })
  void readsAsTheSame(String written, String plain) {
    assertThat(Answers.printed(written)).isEqualTo(Answers.printed(plain)).doesNotStartWith("!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "total=3*4 | total = 12",
        "xy=12 | xy = 12",
        "x_1+x2=3;x_1-x2=1 | x2 = 1; x_1 = 2",
        "2x3=6 | x3 = 3",
        "单价*3+2=11 | 单价 = 3",
        "单价=10;单=2;价 | 价 = 5; 单 = 2"
      })
  void namesAreUnknownsAndLettersThatAreUnknownsAreFactors(String argument, String printed) {
    assertThat(Answers.printed(argument)).isEqualTo(printed);
  }
}
