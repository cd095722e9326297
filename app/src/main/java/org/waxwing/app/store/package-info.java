/// Letters, outbox and settings on disk, every private value sealed.
package org.waxwing.app.store;
