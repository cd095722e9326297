/// What the commands have of the terminal: bytes in and out, one line at a time, secrets without echo,
/// and an end with a number.
package org.waxwing.app.cli.terminal;
