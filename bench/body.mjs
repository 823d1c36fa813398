/** The body of the product's `GET /api/me`, for servers that answer it to anyone. */
export const body = {
  id: '01234567-89ab-7cde-8f01-23456789abcd',
  name: 'Bench',
  hint: 'sk_a1b2…9f0e',
  scopes: ['invoices:read', 'invoices:write'],
  expires_at: null,
  workspace: { id: '01234567-89ab-7cde-8f01-23456789abcd', name: 'Bench', plan: 'bench' },
};
