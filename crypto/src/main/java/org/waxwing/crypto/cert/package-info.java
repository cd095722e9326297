/// Who someone is: certificates, locked secret keys and the ports through which the engine finds them.
package org.waxwing.crypto.cert;
