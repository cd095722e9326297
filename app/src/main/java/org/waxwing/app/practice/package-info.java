/// The practice post office: a relay, two mailboxes and a correspondent in this very process, to try sealed
/// letters without an account. Nothing special is done for it: it is reached over TLS with signing in,
/// under the same rules as any server.
package org.waxwing.app.practice;
