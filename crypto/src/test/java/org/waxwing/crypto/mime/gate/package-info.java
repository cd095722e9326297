/// Real mail of four decades, and mail that was made to be hard to read, as gates.
package org.waxwing.crypto.mime.gate;
