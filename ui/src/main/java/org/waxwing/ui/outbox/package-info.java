/// Letters on their way to the relay.
package org.waxwing.ui.outbox;
