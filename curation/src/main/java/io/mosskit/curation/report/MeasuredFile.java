package io.mosskit.curation.report;

/// A file of a data set, as it was read.
///
/// @param split what it is for: `train`, `validation`, `test`
/// @param name of the file in its folder
/// @param records in it
/// @param bytes as it lies on disk
/// @param sha256 of them, 64 hexadecimal digits
record MeasuredFile(String split, String name, long records, long bytes, String sha256) {}
