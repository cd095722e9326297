/// The mathematics of much data: hashes, keystreams and authenticated chunks by the processor's own
/// instructions where the platform reaches them, by Bouncy Castle where it doesn't.
package org.waxwing.crypto.openpgp.bulk;
