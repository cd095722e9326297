/// Lists of letters.
package org.waxwing.app.mailbox;
