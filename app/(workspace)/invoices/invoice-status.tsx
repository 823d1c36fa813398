import { getTranslations } from 'next-intl/server';
import type { InvoiceStatus } from '@/lib/invoices/model/invoice';

const TONES: Record<InvoiceStatus, string> = {
  draft: 'bg-sunken text-muted',
  open: 'bg-accent-soft text-accent',
  paid: 'bg-success-soft text-success',
  void: 'bg-sunken text-muted line-through',
};

export async function InvoiceStatusBadge({ status }: { status: InvoiceStatus }) {
  const t = await getTranslations('invoices.statuses');
  return (
    <span className={`rounded-full px-2 py-0.5 text-xs font-medium ${TONES[status]}`}>
      {t(status)}
    </span>
  );
}
