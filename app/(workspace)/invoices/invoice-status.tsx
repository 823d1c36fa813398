import { getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/badge';
import type { InvoiceStatus } from '@/lib/invoices/model/invoice';

const TONES: Record<InvoiceStatus, Tone> = {
  draft: 'neutral',
  open: 'accent',
  paid: 'success',
  void: 'neutral',
};

export async function InvoiceStatusBadge({ status }: { status: InvoiceStatus }) {
  const t = await getTranslations('invoices.statuses');
  return (
    <Badge tone={TONES[status]} className={status === 'void' ? 'line-through' : ''}>
      {t(status)}
    </Badge>
  );
}
