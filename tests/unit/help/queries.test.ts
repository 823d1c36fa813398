import { expect, test } from 'vitest';
import { type ArticleSummary, articleMeta } from '@/lib/help/article';
import { errorArticle } from '@/lib/help/error-article';
import { searchArticles } from '@/lib/help/search';
import type { Locale } from '@/lib/i18n/locale';
import { readTexts } from '../../support/texts';

const summariesIn = (locale: Locale): ArticleSummary[] => [
  ...readTexts('help')
    .filter((text) => text.locale === locale)
    .map(({ slug, meta, prose }) => ({ slug, ...articleMeta.parse(meta), text: prose })),
  errorArticle(locale),
];

const ARTICLES = { en: summariesIn('en'), es: summariesIn('es') };

/** What people type, and the article that answers it: the first of all, or the second. */
const QUERIES: Record<Locale, Record<string, string[]>> = {
  en: {
    'api-keys': [
      'rotate',
      'Rotate key',
      'rotating keys',
      'how do I rotate my API key?',
      'rotate without downtime',
      'pause a key',
      'rename a key',
      'stop a key for a while',
      'replace a key',
      'key rotation',
      'renew key',
      'regenerate',
      'delete',
      'delete a key',
      'remove key',
      'disable key',
      'lost key',
      'I lost my key',
      'forgot key',
      'lose key',
      'new key',
      'create key',
      'token',
      'access token',
      'quota',
      'feature_not_available',
      'tenant_api_keys',
      'read only',
      'expire',
      'developer',
      'share',
      'send',
      'give',
      'share a key',
      'how do I give a key to a developer?',
      'send key to my developer',
      'powershell',
    ],
    'keeping-keys-safe': [
      'leaked key',
      'stolen key',
      'exposed',
      'github',
      'key in repository',
      'env file',
    ],
    'rate-limits': ['429', 'too many requests', 'throttling', 'rate limit', 'Retry-After'],
    errors: ['401', '403', 'unauthorized', 'forbidden', 'error codes', 'invalid_api_key'],
    'using-the-api': ['pagination', 'cursor', 'idempotency', 'curl', 'Authorization header'],
    'first-invoice': ['first invoice', 'quickstart', 'getting started', 'tutorial'],
    compatibility: ['deprecated', 'breaking change'],
    changelog: ['changelog', 'release notes'],
    plans: [
      'upgrade',
      'downgrade',
      'price',
      'pricing',
      'billing',
      'how much does it cost',
      'change plan',
    ],
    'invite-members': ['invite', 'add teammate', 'remove member', 'add a user', 'make admin'],
    'workspaces-and-roles': [
      'transfer ownership',
      'change owner',
      'permissions',
      'rename workspace',
      'time zone',
      'wrong date on invoice',
      'change password',
      'leave workspace',
    ],
    mails: ['spam', 'phishing', 'no email', 'email not arriving'],
  },
  es: {
    'api-keys': [
      'rotar',
      'pausar una clave',
      'reanudar',
      'cambiar el nombre de una clave',
      'rotar sin interrupciones',
      'sustituir clave',
      'reemplazar una clave',
      'rotación',
      'rotar clave',
      'rotación',
      '¿cómo roto mi clave?',
      'renovar clave',
      'eliminar',
      'eliminar clave',
      'borrar una clave',
      'desactivar clave',
      'perdí la clave',
      'PERDI LA CLAVE',
      'he perdido mi clave',
      'clave perdida',
      'olvidé la clave',
      'clave nueva',
      'crear clave',
      'token',
      'cuota',
      'feature_not_available',
      'solo lectura',
      'caducidad',
      'programador',
      'desarrollador',
      'compartir',
      'enviar',
      'compartir clave',
      '¿cómo le doy la clave a un desarrollador?',
      'enviar la clave a mi programador',
    ],
    'keeping-keys-safe': ['clave filtrada', 'robada', 'github', 'clave en el repositorio'],
    'rate-limits': ['429', 'demasiadas peticiones', 'límite de peticiones', 'Retry-After'],
    errors: ['401', '403', 'no autorizado', 'prohibido', 'códigos de error'],
    'using-the-api': ['paginación', 'cursor', 'idempotencia', 'curl'],
    'first-invoice': ['primera factura', 'primeros pasos', 'tutorial'],
    compatibility: ['obsoleto', 'cambios incompatibles'],
    changelog: ['registro de cambios', 'novedades'],
    plans: ['precio', 'cuánto cuesta', 'cambiar de plan', 'mejorar plan', 'facturación'],
    'invite-members': ['invitar', 'añadir compañero', 'anadir usuario', 'quitar miembro'],
    'workspaces-and-roles': [
      'transferir propiedad',
      'cambiar propietario',
      'permisos',
      'cambiar contraseña',
      'renombrar espacio',
      'zona horaria',
      'huso horario',
    ],
    mails: ['spam', 'correo falso', 'no llega el correo'],
  },
};

test.each(['en', 'es'] as const)('what people type finds what answers it, in %s', (locale) => {
  const wrong = Object.entries(QUERIES[locale]).flatMap(([slug, queries]) =>
    queries.flatMap((query) => {
      const found = searchArticles(ARTICLES[locale], query).map(({ article }) => article.slug);
      const first = found.slice(0, 2);
      return first.includes(slug) ? [] : [`“${query}” finds ${first.join(', ')}, not ${slug}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each(['en', 'es'] as const)('every article has queries that find it, in %s', (locale) => {
  const slugs = ARTICLES[locale].map(({ slug }) => slug);
  expect(Object.keys(QUERIES[locale]).sort()).toEqual(slugs.sort());
});
