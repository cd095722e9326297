/// Packets and armour of any length as they pass by, in little memory, and where proven text waits.
package org.waxwing.crypto.openpgp.stream;
