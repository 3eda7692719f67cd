/// What a user says enters, the reply of a MOSS model leaves, piece by piece.
///
/// [Chat] holds one dialogue in one of two [ChatForm]s: that of the original command-line demo, and
/// that of the training data, in which the model may call plugins before it replies. Source: MOSS
/// reference, sections E.2, E.4 and E.5.
@NullMarked
package io.mosskit.inference.chat;

import org.jspecify.annotations.NullMarked;
