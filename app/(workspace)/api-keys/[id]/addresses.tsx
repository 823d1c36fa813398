import { getTranslations } from 'next-intl/server';
import { Folded } from './_usage/folded';

/** How many of a long list are shown at once. */
const SHOWN = 5;

/** The addresses that a key may be used from. */
export async function Addresses({ list }: { list: string[] }) {
  const t = await getTranslations('apiKeys.addresses');
  const rest = list.slice(SHOWN);
  return (
    <>
      <Lines of={list.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Folded summary={t('more', { count: rest.length })}>
          <Lines of={rest} />
        </Folded>
      )}
    </>
  );
}

const Lines = ({ of }: { of: string[] }) => (
  <span translate="no" className="block font-mono text-xs leading-5 whitespace-pre-line">
    {of.join('\n')}
  </span>
);
