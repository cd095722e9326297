/// The road of a letter from the server to the reader: fetch, keep unchanged, open, judge, list.
package org.waxwing.app.arrival;
