/// Equations enter; the values of their unknowns leave, printed as sympy prints them.
///
/// [io.mosskit.plugins.solve.Solve] is the entry point. A text becomes tokens (`Lexer`) and those
/// equations (`Parser`). `Substitution` puts in what one of them says alone; `Translation` makes
/// polynomials of the rest, with a `Generator` for each root and function in them; `Elimination`
/// takes from their Gröbner basis (`Basis`) a polynomial for each unknown that all its values
/// satisfy; `RootFinder` finds that polynomial's roots, exact where `Factors` has them and certain
/// decimals of `Aberth`'s otherwise. `Solver` keeps the combinations of roots that satisfy the
/// equations as they were written (`Evaluation`), and `SympyText` prints them.
@NullMarked
package io.mosskit.plugins.solve;

import org.jspecify.annotations.NullMarked;
