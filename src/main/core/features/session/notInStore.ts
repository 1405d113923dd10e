/** The store does not know who proved a password, or not any more: it is from before they came, or after they left. */
export class NotInStore extends Error {}
