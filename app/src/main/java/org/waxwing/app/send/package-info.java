/// Plan, seal, submit; and the outbox in between.
package org.waxwing.app.send;
