/// Letters that are made to cost their reader time or memory, and what they cost.
package org.waxwing.crypto.hostile;
