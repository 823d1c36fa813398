/** Whether a text has a key in it, or so much of one that it must not be shown or kept. */
export const looksSecret = (text: string) => /sk_[0-9a-f]{9}|[0-9a-f]{32}/i.test(text);
