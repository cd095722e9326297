/// The three panes: rail, list and what lies beside them.
package org.waxwing.ui.mailbox;
