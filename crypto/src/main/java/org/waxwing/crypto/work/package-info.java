/// How long the work on one letter may go on.
package org.waxwing.crypto.work;
