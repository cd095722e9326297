/// Small controls that several screens share.
package org.waxwing.ui.control;
