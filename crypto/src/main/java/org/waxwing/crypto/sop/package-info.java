/// The Stateless OpenPGP operations (draft-dkg-openpgp-stateless-cli) over bytes, for the command line and
/// for comparison with other implementations.
package org.waxwing.crypto.sop;
