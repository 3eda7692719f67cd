package io.mosskit.cli;

import java.util.Optional;

/// What a report and a card say of a corpus that its records do not.
///
/// @param title its name
/// @param licence the licence to state, where one is
/// @param command the command that made it
record Publication(String title, Optional<String> licence, String command) {}
