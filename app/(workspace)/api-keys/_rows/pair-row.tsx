import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { remainsOf } from '@/app/(workspace)/api-keys/_parts/remains-of';
import { RevokeKey } from '@/app/(workspace)/api-keys/_parts/revoke-key';
import { StateBadge } from '@/app/(workspace)/api-keys/_parts/state-badge';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { LastDay } from '@/lib/api-keys/read/last-day';
import { verdictOf } from '@/lib/api-keys/read/verdict';
import { isolated } from '@/lib/i18n/isolated';
import { ChooseBox } from './choose-box';
import { Holder } from './holder';
import { HintLink, hintIdOf, KeyFacts, NameLink, nameIdOf } from './key-name';
import { ROLES } from './roles';
import { rowIdOf } from './row-id';
import { RowMenu } from './row-menu';
import { VerdictLine } from './verdict-line';

type Props = {
  /** the new key of a rotation */
  apiKey: ApiKey;
  old: ApiKey;
  days: Map<string, LastDay>;
  sharesName: boolean;
};

/** The two keys of a rotation as one row: the old one, then the one that takes its place. */
export async function PairRow({ apiKey, old, days, sharesName }: Props) {
  const t = await getTranslations('apiKeys.table');
  const { id } = apiKey;
  return (
    <tr
      {...ROLES.row}
      id={rowIdOf(id)}
      className="max-lg:grid max-lg:grid-cols-[auto_1fr] max-lg:items-center max-lg:py-2"
    >
      <td {...ROLES.cell} className="pl-1 lg:align-top lg:py-1">
        <ChooseBox keys={[apiKey, old]} describedBy={`${hintIdOf(old.id)} ${hintIdOf(id)}`} />
      </td>
      <th
        {...ROLES.rowHeader}
        scope="row"
        className="min-w-0 py-1 pr-3 pl-1 lg:min-w-68 font-normal lg:align-top"
      >
        <p className="lg:pt-1">
          <NameLink apiKey={apiKey} />
        </p>
        <KeyFacts apiKey={apiKey} sharesName={sharesName} />
        <Holder apiKey={apiKey} />
      </th>
      <td {...ROLES.cell} colSpan={4} className="px-3 py-1 max-lg:col-span-2 max-lg:pl-10">
        <ol
          aria-label={t('pair', isolated({ name: apiKey.name }))}
          className="grid gap-x-3 gap-y-1 max-lg:gap-y-2 lg:grid-cols-[auto_1fr_auto_auto]"
        >
          <Half apiKey={old} isOld word={t('old')} day={days.get(old.id)} nameId={nameIdOf(id)} />
          <Half apiKey={apiKey} word={t('new')} day={days.get(id)} nameId={nameIdOf(id)} />
        </ol>
      </td>
    </tr>
  );
}

type HalfProps = {
  isOld?: boolean;
  apiKey: ApiKey;
  word: string;
  day: LastDay | undefined;
  nameId: string;
};

/** One of the two: which it is, whether anybody uses it, its state, and the way to end it. */
async function Half({ apiKey, isOld, word, day, nameId }: HalfProps) {
  const t = await getTranslations('apiKeys.table');
  const format = await getFormatter();
  const now = await getNow();
  const { id, workspaceId, name, hint, lastUsedAt } = apiKey;
  const isUsed = verdictOf(apiKey, day).kind === 'used';
  const acted = { id, workspaceId, name, hint };
  return (
    <li className='group grid items-center gap-x-3 max-lg:grid-cols-[1fr_auto] max-lg:[grid-template-areas:"key_actions"_"verdict_verdict"_"state_state"] lg:col-span-full lg:grid-cols-subgrid'>
      <span className="whitespace-nowrap max-lg:[grid-area:key]">
        <span className="text-muted">{isOld ? word : `→ ${word}`}</span>{' '}
        <HintLink apiKey={apiKey} />
      </span>
      <span className="max-lg:[grid-area:verdict]">
        <VerdictLine apiKey={apiKey} day={day} />{' '}
        {isOld && isUsed && lastUsedAt && (
          <span className="text-muted">
            {t('lastRequest', { when: format.relativeTime(lastUsedAt, now) })}
          </span>
        )}
      </span>
      <span className="max-lg:[grid-area:state]">
        <StateBadge apiKey={apiKey} />
      </span>
      <span className="-mr-1 flex justify-end max-[14rem]:flex-wrap max-lg:[grid-area:actions]">
        <RevokeKey
          apiKey={acted}
          describedBy={`${nameId} ${hintIdOf(id)}`}
          remains={await remainsOf(apiKey)}
          variant="dangerInRow"
        />
        <RowMenu apiKey={apiKey} isHalf />
      </span>
    </li>
  );
}
