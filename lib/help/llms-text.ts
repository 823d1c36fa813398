import type { Operation } from '@/lib/reference/operation';
import type { Reference } from '@/lib/reference/reference';
import type { ArticleSummary } from './article';

/**
 * A short guide to the API for language models, in the form of llmstxt.org.
 * @param articles in English, in reading order
 */
export function llmsText(
  articles: Pick<ArticleSummary, 'slug' | 'title' | 'description'>[],
  { origin, groups }: Reference,
): string {
  const help = articles.map(
    ({ slug, title, description }) =>
      `- [${title}](${origin}/help/${slug}?lang=en): ${description}`,
  );
  const operations = groups
    .flatMap((group) => group.operations)
    .map(
      ({ id, method, path, summary, scope }) =>
        `- [${summary}](${origin}/docs?lang=en#${id}): \`${method} ${path}\`${scopeOf(scope)}`,
    );
  return `# Zendrhax API

> Work with the data of a workspace from your own programs. Send an API key of the workspace as \`Authorization: Bearer sk_…\`; its Owner generates and revokes keys at ${origin}/api-keys. Keep the key in an environment variable, never in code, a repository or a web page.

- Every address begins with ${origin}/api. Requests and answers are JSON.
- Send an \`Idempotency-Key\` with each POST, so that it can be repeated safely.
- Errors are problem documents (RFC 9457): decide by \`code\`. After 429 wait for \`Retry-After\` seconds.
- Ignore fields that you do not know; later versions may add some.

## Reference

- [OpenAPI document](${origin}/api/openapi.json): every operation, field and error, for tools
- [The same in OpenAPI 3.0](${origin}/api/openapi-3.0.json): for tools that read no later version
- [API reference](${origin}/docs?lang=en): the same for people, with samples

## Operations

${operations.join('\n')}

## Help

${help.join('\n')}
`;
}

const scopeOf = (scope: Operation['scope']) => (scope ? `, scope \`${scope}\`` : '');
