import { remainsOf } from '@/app/(workspace)/api-keys/_parts/remains-of';
import { RevokeKey } from '@/app/(workspace)/api-keys/_parts/revoke-key';
import { StateBadge } from '@/app/(workspace)/api-keys/_parts/state-badge';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import type { LastDay } from '@/lib/api-keys/read/last-day';
import { hindranceOf } from '@/lib/api-keys/rotation/rotation';
import { ChooseBox } from './choose-box';
import { FreshMark } from './fresh-key';
import { FreshVerdict } from './fresh-verdict';
import { Holder } from './holder';
import { hintIdOf, KeyFacts, NameLink, nameIdOf } from './key-name';
import { NARROW_ROW, ROLES } from './roles';
import { rowIdOf } from './row-id';
import { RowMenu } from './row-menu';
import { VerdictLine } from './verdict-line';

type Props = {
  apiKey: ApiKey;
  day: LastDay | undefined;
  sharesName: boolean;
  /** whether rows have a box to choose them by */
  isChosenFrom: boolean;
};

/** One key, in a line where there is room. */
export async function SingleRow({ apiKey, day, sharesName, isChosenFrom }: Props) {
  const { id, workspaceId, name, hint, state } = apiKey;
  const isForeign = !apiKey.isOwners && hindranceOf(apiKey) === null;
  // Only what the dialogs need is sent to the browser.
  const acted = { id, workspaceId, name, hint };
  const verdict = <VerdictLine apiKey={apiKey} day={day} />;
  const cell = 'px-3 lg:py-1';
  return (
    <tr
      {...ROLES.row}
      id={rowIdOf(id)}
      className={`group has-data-fresh:animate-mark ${NARROW_ROW}`}
    >
      {isChosenFrom && (
        <td {...ROLES.cell} className="pl-1 max-lg:min-w-9 max-lg:[grid-area:choose]">
          {isLive(state) && <ChooseBox keys={[apiKey]} describedBy={hintIdOf(id)} />}
        </td>
      )}
      <th
        {...ROLES.rowHeader}
        scope="row"
        className={`min-w-0 py-1 pr-3 lg:min-w-68 font-normal max-lg:py-0 max-lg:[grid-area:name] ${isChosenFrom ? 'pl-1' : 'pl-4'}`}
      >
        <p>
          <span className="mr-1">
            <NameLink apiKey={apiKey} />
          </span>{' '}
          <span
            id={hintIdOf(id)}
            translate="no"
            className="font-mono text-xs whitespace-nowrap text-muted"
          >
            {hint}
          </span>{' '}
          <FreshMark id={id} />
        </p>
        <KeyFacts apiKey={apiKey} sharesName={sharesName} isForeign={isForeign} />
      </th>
      <td
        {...ROLES.cell}
        className={`${cell} lg:w-full max-lg:[grid-area:verdict] ${isChosenFrom ? 'max-lg:pl-1' : 'max-lg:pl-4'}`}
      >
        {apiKey.lastUsedAt ? verdict : <FreshVerdict id={id}>{verdict}</FreshVerdict>}
      </td>
      <td {...ROLES.cell} className={`${cell} lg:min-w-32 max-lg:[grid-area:holder]`}>
        <Holder apiKey={apiKey} isForeign={isForeign} />
      </td>
      <td
        {...ROLES.cell}
        className={`${cell} max-lg:[grid-area:state] ${isChosenFrom ? 'max-lg:pl-1' : 'max-lg:pl-4'}`}
      >
        <StateBadge apiKey={apiKey} />
      </td>
      <td
        {...ROLES.cell}
        className="pr-2 max-[14rem]:w-px lg:w-px lg:py-1 max-lg:[grid-area:actions]"
      >
        {isLive(state) && (
          <div className="flex justify-end max-[14rem]:flex-wrap">
            <RevokeKey
              apiKey={acted}
              describedBy={`${nameIdOf(id)} ${hintIdOf(id)}`}
              remains={await remainsOf(apiKey)}
              variant="dangerInRow"
            />
            <RowMenu apiKey={apiKey} />
          </div>
        )}
      </td>
    </tr>
  );
}
