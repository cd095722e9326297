/// A person's own S/MIME identities: reading them from the files that other programs write, making new
/// ones with a request to a certification authority, and writing them down for other programs.
///
/// Every cost that a file asks for is known and bounded before it is paid.
package org.waxwing.crypto.smime.identity;
