/** Where the page of a key that has ended says so. */
export const receiptOf = (id: string) => `/api-keys/${id}#receipt`;
