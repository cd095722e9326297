/// Submission (RFC 6409) through Angus Mail.
package org.waxwing.app.smtp;
