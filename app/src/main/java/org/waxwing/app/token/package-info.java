/// Smart cards and USB tokens, through the PKCS #11 library that the person named. The only package that calls
/// native code.
package org.waxwing.app.token;
