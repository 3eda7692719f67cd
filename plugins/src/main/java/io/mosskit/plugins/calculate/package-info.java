/// An arithmetic expression enters; its value leaves, printed as Python prints it.
///
/// [io.mosskit.plugins.calculate.Calculate] is the entry point. Behind it a text becomes tokens
/// (`Lexer`), tokens an `Expression` (`Parser`), and the expression a `Value` (`Evaluator`); a
/// `Budget` bounds what the way may cost, and a `Refusal` is how any step on it ends the call.
@NullMarked
package io.mosskit.plugins.calculate;

import org.jspecify.annotations.NullMarked;
