import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, Switch } from '@mantine/core';
import { IconFileSpreadsheet, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { useAction } from '../../application/actions.ts';
import { useRead } from '../../application/queries.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { SaveOwnList } from '../../parts/lists/SaveList.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import classes from './matrix.module.css';
import { isSilent, type Matrix } from './matrixTypes.ts';
import { OpenMatters } from './OpenMatters.tsx';

const ALL = 'all';

/** Who has got and opened what: every bundle sealed here beside everybody it was for, and what is open between seats. */
export function MatrixTab() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [isListing, setListing] = useState(false);
  const { data: all } = useRead('exchange', 'matrix', {});
  const asked = RecordId.safeParse(search.get('meeting'));
  const meeting = asked.success ? asked.data : undefined;
  const { data } = useRead('exchange', 'matrix', meeting === undefined ? {} : { meeting }, { keep: true });
  const csv = {
    id: 'exchange.matrixCsv',
    title: t`Save who has got what as CSV…`,
    group: t`Exchange`,
    icon: IconFileSpreadsheet,
    disabled: data === undefined || data.addressees.length === 0,
    run: () => setListing(true),
  };
  useAction(csv);
  if (all === undefined || data === undefined) return null;
  const meetings = new Map(
    all.bundles.flatMap((one) => (one.meeting === undefined ? [] : [[one.meeting, one.meetingTitle ?? ''] as const])),
  );
  const choose = (next: string | null) => {
    setSearch(next === null || next === ALL ? { tab: 'matrix' } : { tab: 'matrix', meeting: next }, { replace: true });
  };
  const open = new Set(data.cells.filter((cell) => isSilent(cell)).map(({ installation }) => installation));
  const shown = onlyOpen
    ? { ...data, addressees: data.addressees.filter(({ installation }) => open.has(installation)) }
    : data;
  return (
    <div className={classes.matrixTab}>
      <OpenMatters />
      {data.bundles.length === 0 && meeting === undefined ? (
        <EmptyState icon={IconTable} title={t`Nothing was sealed for anybody yet`}>
          {t`Here stands who has got, opened and accepted what was sealed at this desk: each addressee says so with their next bundle.`}
        </EmptyState>
      ) : (
        <>
          <Unheard matrix={data} />
          <div className={classes.matrixFilters}>
            <Select
              label={t`Meeting`}
              allowDeselect={false}
              value={meeting ?? ALL}
              data={[
                { value: ALL, label: t`All bundles` },
                ...[...meetings].map(([value, title]) => ({ value, label: title === '' ? t`Without a title` : title })),
              ]}
              onChange={choose}
            />
            <Switch
              label={t`Only those who have not answered`}
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
            />
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />}
              disabled={shown.addressees.length === 0}
              onClick={csv.run}
            >
              {t`CSV…`}
            </Button>
          </div>
          <MatrixTable matrix={shown} />
        </>
      )}
      {isListing && (
        <SaveOwnList
          label={t`Who has got what`}
          list={{ of: 'matrix', silent: onlyOpen, ...(meeting === undefined ? {} : { meeting }) }}
          onClose={() => setListing(false)}
        />
      )}
    </div>
  );
}

/** Of the last bundle: who has said nothing yet. */
function Unheard({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useLingui();
  const last = matrix.bundles.find(({ bundle }) => matrix.cells.some((cell) => cell.bundle === bundle));
  if (last === undefined) return null;
  const cells = matrix.cells.filter(({ bundle }) => bundle === last.bundle);
  const silent = new Set(cells.filter(isSilent).map(({ installation }) => installation));
  const names = matrix.addressees.filter(({ installation }) => silent.has(installation));
  const list = [...new Set(names.map(({ organisationName, name }) => organisationName || name))].join(', ');
  return (
    <p className={classes.unheard}>
      {silent.size === 0 ? (
        t`Everybody has opened the last bundle.`
      ) : (
        <Trans>
          {silent.size} of {cells.length} have not opened the last bundle: <strong>{list}</strong>
        </Trans>
      )}
    </p>
  );
}
