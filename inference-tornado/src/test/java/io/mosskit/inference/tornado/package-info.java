/// Tests of the second backend. They run twice: as plain Java always, and on the devices of the SDK
/// that TORNADOVM_HOME names, where it names one.
package io.mosskit.inference.tornado;
