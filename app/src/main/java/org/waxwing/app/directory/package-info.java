/// Asks directories (LDAP, RFC 4511) that the person names for certificates.
package org.waxwing.app.directory;
