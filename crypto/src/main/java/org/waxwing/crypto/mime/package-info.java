/// Byte-exact MIME: what is parsed can be written back unchanged, because a signature covers exact bytes.
package org.waxwing.crypto.mime;
