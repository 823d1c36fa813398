import { connection } from 'next/server';
import { listArticles } from '@/lib/help/articles';
import { llmsText } from '@/lib/help/llms-text';
import { referenceOf } from '@/lib/reference/reference';
import { openApi } from '../api/document';

/** What language models should know first (llmstxt.org): the articles and the operations. */
export async function GET(): Promise<Response> {
  await connection();
  const text = llmsText(await listArticles('en'), referenceOf(await openApi()));
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
