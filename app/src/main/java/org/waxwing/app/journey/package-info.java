/// The way of a letter as the servers on it tell it: stops, times, TLS, and what the reader's own
/// provider found. Read from the outer header section alone; nothing here asks the network.
package org.waxwing.app.journey;
