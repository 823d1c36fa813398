/** One thing that was found, as a way to it. */
export type Hit = {
  href: string;
  title: string;
  /** what tells it from others of its name */
  detail?: string;
  /** whether people gave the name: a browser that translates leaves it as it is */
  isName?: boolean;
  /** for a key that was pasted, the way to end it at once */
  leaked?: { href: string; title: string };
};

/** What was found, by what it is. Groups without a hit are left out. */
export type Found = { kind: 'keys' | 'invoices' | 'pages' | 'help'; hits: Hit[] }[];
