/**
 * What becomes of a label for an earlier state. The gate takes it off after it has said this, and says nothing
 * again: the words have to be right before and after, and where it may not.
 */
export const TAKEN_OFF = 'the old one is taken off, or take it off yourself where it is still there'
