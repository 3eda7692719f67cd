package io.mosskit.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of the toolkit, as the jar's manifest has it.
final class Version implements IVersionProvider {

  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(built from source)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"mosskit " + number()};
  }
}
