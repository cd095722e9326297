/// The Stateless OpenPGP command line (draft-dkg-openpgp-stateless-cli): no profile, no network, exact
/// bytes on standard input and output.
package org.waxwing.app.cli.sop;
