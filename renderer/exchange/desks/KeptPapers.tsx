import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Distribution, Label } from '../../../domain/handling/handling.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { addressOf, sendAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ClearVersion } from '../../parts/clearing/ClearVersion.tsx';
import { isKeptWithin } from '../../parts/clearing/isClearable.ts';
import { useClearWords } from '../../parts/clearing/useClearWords.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import classes from '../exchange.module.css';
import desksClasses from './desks.module.css';

/** Papers that this organisation keeps among its own desks, each with what is done with it next. */
export function KeptPapers({ own }: { readonly own: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const clearWords = useClearWords();
  const [clears, setClears] = useState<string>();
  const { data } = useRead('records', 'register', {
    kinds: ['paper'],
    columns: ['status', '$label', '$distribution', '$updated', '$state'],
    filters: [{ column: '$label', is: 'oneOf', value: ['TLP:AMBER+STRICT'] }],
    sort: [{ column: '$updated', descending: true }],
    offset: 0,
    limit: 200,
  });
  const papers = (data?.rows ?? []).filter(({ cells }) => {
    const mark = { label: Label.safeParse(cells.$label), distribution: Distribution.safeParse(cells.$distribution) };
    return (
      mark.label.success &&
      mark.distribution.success &&
      isKeptWithin({ label: mark.label.data, distribution: mark.distribution.data }, own)
    );
  });
  if (data === undefined) return null;
  return (
    <section aria-labelledby="kept-papers">
      <h2 id="kept-papers" className={classes.head}>{t`Papers that only your desks hold`}</h2>
      {papers.length === 0 ? (
        <p className={classes.quiet}>
          {t`None at the moment. A paper is kept among your desks by its handling: TLP:AMBER+STRICT.`}
        </p>
      ) : (
        <table className={desksClasses.kept} aria-labelledby="kept-papers">
          <thead>
            <tr>
              <th scope="col">{t`Paper`}</th>
              <th scope="col">{t`State`}</th>
              <th scope="col">{t`Changed`}</th>
              <th scope="col">{t`What you can do`}</th>
            </tr>
          </thead>
          <tbody>
            {papers.map((row) => {
              const name = nameOf({ kind: 'paper', title: row.title });
              const conflicted = row.cells.$state === 'conflicted';
              return (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to={addressOf('paper', row.id)}>{name}</Link>
                  </th>
                  <td>
                    {conflicted
                      ? t`two versions disagree`
                      : valueName('paper', 'status', String(row.cells.status ?? ''), language)}
                  </td>
                  <td>{formatMoment(String(row.cells.$updated ?? ''), language)}</td>
                  <td>
                    <div className={classes.keptActions}>
                      {conflicted ? (
                        <Button
                          size="compact-sm"
                          variant="default"
                          component={Link}
                          to={`/exchange/conflicts?record=${row.id}`}
                          aria-label={t`Resolve the conflict of ${name}`}
                        >
                          {t`Resolve…`}
                        </Button>
                      ) : (
                        <>
                          <Button
                            size="compact-sm"
                            variant="default"
                            component={Link}
                            to={`${sendAddress({ records: [row.id] })}&purpose=delegation`}
                            aria-label={t`Give to your desks: ${name}`}
                          >
                            {t`Give to your desks…`}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="default"
                            onClick={() => setClears(row.id)}
                            aria-label={t`${clearWords}: ${name}`}
                          >
                            {t`Clear…`}
                          </Button>
                        </>
                      )}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {clears !== undefined && <ClearVersion record={clears} opened onClose={() => setClears(undefined)} />}
    </section>
  );
}
