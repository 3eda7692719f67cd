/// Equations enter; the values of their unknowns leave, printed as sympy prints them.
///
/// [io.mosskit.plugins.solve.Solve] is the entry point. A text becomes tokens (`Lexer`) and those
/// an `Equation` or several (`Parser`); `Substitution` puts in what one equation says alone;
/// `Translation` makes polynomials of the rest, with a `Generator` for each root and function in
/// it; `Basis` finds, for each unknown, the one polynomial that its values satisfy (`Univariate`);
/// `RootFinder` has that polynomial's roots; and `Solver` keeps those combinations of roots that
/// satisfy the equations as they were written (`Substituted`).
@NullMarked
package io.mosskit.plugins.solve;

import org.jspecify.annotations.NullMarked;
