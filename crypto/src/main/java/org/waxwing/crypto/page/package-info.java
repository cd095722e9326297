/// What a letter shows: pages made of its text or of its HTML by a list of what is allowed, and what its
/// files really are.
package org.waxwing.crypto.page;
