/// The object graph, built by hand: read top to bottom, it is the architecture.
package org.waxwing.app.wiring;
