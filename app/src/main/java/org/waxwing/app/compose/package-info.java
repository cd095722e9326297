/// A letter until the Send button.
package org.waxwing.app.compose;
