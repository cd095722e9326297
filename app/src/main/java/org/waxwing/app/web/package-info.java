/// Asks web servers, within bounds, for what the person wants asked.
package org.waxwing.app.web;
