/// What a face may ask of the application: every use case, and the profile that holds them.
package org.waxwing.app;
