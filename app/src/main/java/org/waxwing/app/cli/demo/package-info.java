/// `waxwing demo --headless`: the practice post office walked through at the terminal, each step with its
/// evidence.
package org.waxwing.app.cli.demo;
