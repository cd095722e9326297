/// The keyring as the application uses it: whose certificate to take, which seal to sign with, and who
/// knows a passphrase.
package org.waxwing.app.keys;
