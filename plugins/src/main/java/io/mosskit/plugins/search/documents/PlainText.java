package io.mosskit.plugins.search.documents;

/// What is left of a marked-up text.
///
/// @param title empty where the text names none
/// @param text may be blank
record PlainText(String title, String text) {}
