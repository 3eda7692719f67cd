package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Scored;

/// A token and where its text stands.
///
/// @param start the index of its first character among all that was written
/// @param end the index after its last; equal to `start` where it completes no character
record Placed(Scored token, int start, int end) {}
