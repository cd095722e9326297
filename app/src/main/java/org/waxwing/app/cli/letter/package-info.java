/// An opened letter as the terminal shows it: the JSON object that is a public contract, and the page for
/// people.
package org.waxwing.app.cli.letter;
