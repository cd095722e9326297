/// The commands, one class each. A command reads what was typed, asks a use case, and prints.
package org.waxwing.app.cli.command;
