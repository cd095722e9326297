/// The road of a letter from the Send button to the relay: look everyone up, seal, keep, submit.
package org.waxwing.app.dispatch;
