/// Facts as JSON objects, one on each line, in ASCII.
package org.waxwing.app.cli.json;
