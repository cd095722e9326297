/// DKIM (RFC 6376): whether a server vouches that a letter passed through it unchanged since. Asks no DNS
/// itself: it says what could be asked and judges the answers. None of it proves who wrote a letter.
package org.waxwing.crypto.dkim;
