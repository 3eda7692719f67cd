/// The weights of a MOSS model enter, a [io.mosskit.inference.model.Backend] that computes on a
/// device of TornadoVM leaves.
///
/// [Devices#find] says which devices there are, or why none is; [TornadoBackend#load] takes a model
/// to one. Kernels are static methods over arrays that also run as plain Java; what the compiler of
/// TornadoVM gets wrong they avoid, and tests guard each such place. Only the SDK that runs mosskit
/// brings TornadoVM's classes, so that nothing of this package but [Devices] may be touched where
/// none does.
@NullMarked
package io.mosskit.inference.tornado;

import org.jspecify.annotations.NullMarked;
