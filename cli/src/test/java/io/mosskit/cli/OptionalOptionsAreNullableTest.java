package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// The fields of commands are filled by picocli, behind NullAway's back; this test stands in for
/// it.
class OptionalOptionsAreNullableTest {
  @Test
  void aFieldThatACommandLineMayLeaveNullSaysSo() {
    assertThat(commands(Shell.commands()))
        .flatMap(command -> command.getCommandSpec().args())
        .filteredOn(OptionalOptionsAreNullableTest::mayStayNull)
        .map(ArgSpec::userObject)
        .filteredOn(Field.class::isInstance)
        .map(Field.class::cast)
        .filteredOn(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .as("fields that want a value or @Nullable")
        .isEmpty();
  }

  private static boolean mayStayNull(ArgSpec arg) {
    return !arg.required() && arg.defaultValue() == null && arg.initialValue() == null;
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream()
            .flatMap(OptionalOptionsAreNullableTest::commands));
  }
}
