/// Fetching (RFC 9051) through Angus Mail.
package org.waxwing.app.imap;
