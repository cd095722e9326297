/// The keyring: everyone's certificates, the person's own locked keys, and what the person decided about
/// them.
package org.waxwing.keystore;
