import type { LinkPage } from '@/lib/identity/links/link-pages';
import { EnterCode } from './enter-code';

/**
 * Opens another mailed link than the one that the page is about. Links do so by themselves; without
 * JavaScript people type the code.
 */
export function OtherLink({ page }: { page: LinkPage }) {
  return (
    <div className="hidden noscript:block">
      <EnterCode page={page} folded />
    </div>
  );
}
