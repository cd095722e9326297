/// Protected connections to mail servers. Everything before TLS is spoken here, by us, in a few strictly
/// checked lines; what the mail library sees has been inside verified TLS from its first byte.
package org.waxwing.app.connection;
