/** What is for everyone, signed in or not. Names are keys of the messages below `site`. */
export const LINKS = [
  { href: '/plans', name: 'plans' },
  { href: '/help', name: 'help' },
  { href: '/docs', name: 'reference' },
] as const;
