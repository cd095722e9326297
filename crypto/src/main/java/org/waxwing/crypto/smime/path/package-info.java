/// Who confirms an S/MIME certificate: path building and the rules beyond RFC 5280's own.
package org.waxwing.crypto.smime.path;
