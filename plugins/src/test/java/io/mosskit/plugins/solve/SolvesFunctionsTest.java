package io.mosskit.plugins.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expectations by hand: each is a value of Python's `math`, or a number that checks in the head.
class SolvesFunctionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2^x=8 | x = 3",
        "9^x=27 | x = 3/2",
        "(1/3)^x=9 | x = -2.00000000000000",
        "2^(x^2)=16 | x_0 = -2; x_1 = 2",
        "4^x-6*2^x+8=0 | x_0 = 1; x_1 = 2",
        "2^x+2^(x+1)=24 | x = 3",
        "3^(x+1)=5 | x = 0.464973520717927",
        "本金*1.05^2=2205 | 本金 = 2000.00000000000",
        "1000*1.05^t=2000 | t = 14.2066990828905",
        "e^x=5 | x = 1.60943791243410",
        "exp(2x)-3exp(x)+2=0 | x_0 = 0; x_1 = 0.693147180559945",
        "ln(x)=2 | x = 7.38905609893065",
        "ln(x)^2=4 | x_0 = 0.135335283236613; x_1 = 7.38905609893065",
        "lg(x)+lg(x-3)=1 | x = 5.00000000000000",
        "2ln(x)=ln(x+2) | x = 2",
        "ln(x+1)-ln(x)=1 | x = 0.581976706869326",
        "ln(x)+ln(y)=3;ln(x)-ln(y)=1 | x = 7.38905609893065; y = 2.71828182845905",
        "ln(x+y)=2;x-y=1 | x = 4.19452804946533; y = 3.19452804946533",
        "sin(x)=0.5 | x_0 = 0.523598775598299; x_1 = 2.61799387799149",
        "cos(x)=0.5 | x_0 = 1.04719755119660; x_1 = 5.23598775598299",
        "tan(2x)=1 | x = 0.392699081698724",
        "sin(x)=cos(x) | x_0 = 0.785398163397448; x_1 = 3.92699081698724",
        "sin(x)=1 | x = 1.57079632679490",
        "y=exp(x);x=2 | x = 2.00000000000000; y = 7.38905609893065",
        "exp(x)+y=3;y=1 | x = 0.693147180559945; y = 1.00000000000000"
      })
  void findsTheRealArgumentsOfFunctions(String argument, String printed) {
    assertThat(Answers.printed(argument)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqrt(x+1)=x-1 | x = 3",
        "sqrt(x+3)+sqrt(x)=3 | x = 1",
        "sqrt(x)+sqrt(y)=5;x-y=5 | x = 9; y = 4",
        "x^(-2)=4 | x_0 = -1/2; x_1 = 1/2",
        "x^0.5=3 | x = 9.00000000000000",
        "x^2.5=32 | x_0 = 4.00000000000000; x_1 = -3.23606797749979 - 2.35114100916989*I; x_2 = -3.23606797749979 + 2.35114100916989*I",
        "(x^2-1)/(x-1)=0 | x = -1",
        "1/x+1/y=1/2;x=y | x = 4.00000000000000; y = 4.00000000000000",
        "x/y=2;x+y=9;y | x = 6; y = 3",
        "x^2-1e50*x+1=0 | x_0 = 1.00000000000000e-50; x_1 = 1.00000000000000e+50",
        "x^3=2^300 | x_0 = 1267650600228229401496703205376; x_1 = -633825300114114700748351602688 - 633825300114114700748351602688*sqrt(3)*I; x_2 = -633825300114114700748351602688 + 633825300114114700748351602688*sqrt(3)*I",
        "x^2-2*pi*x+pi^2=0 | x = 3.14159265358979"
      })
  void keepsTheRootsThatSatisfyWhatWasWritten(String argument, String printed) {
    assertThat(Answers.printed(argument)).isEqualTo(printed);
  }
}
