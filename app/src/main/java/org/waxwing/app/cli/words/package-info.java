/// The words that the terminal face finds for outcomes: what is true now, what it means, what to do.
package org.waxwing.app.cli.words;
