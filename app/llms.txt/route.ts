import { connection } from 'next/server';
import { referenceOf } from '@/lib/api/reference/reference';
import { listArticles } from '@/lib/help/articles';
import { llmsText } from '@/lib/help/llms-text';
import { openApi } from '../api/document';

/** What language models should know first (llmstxt.org): the articles and the operations. */
export async function GET(): Promise<Response> {
  await connection();
  const text = llmsText(await listArticles('en'), referenceOf(await openApi()));
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
