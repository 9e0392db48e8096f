import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { z } from 'zod';
import type { OpenAction } from '../../../contract/outcomes/calls.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useRead } from '../../application/queries.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import classes from './outcomes.module.css';
import { UntilCell } from './UntilCell.tsx';

type Entry = z.output<typeof OpenAction>;

interface OpenActionsProps {
  /** Only those of meetings before this one: they are carried forward to it until they are closed. */
  readonly before?: string;
}

/** What is open, for whom and until when: ours first, then what others see to. The side panel opens the one that is chosen. */
export function OpenActions({ before }: OpenActionsProps) {
  const { t } = useLingui();
  const { data } = useRead('outcomes', 'openActions', before === undefined ? {} : { before: RecordId.parse(before) }, {
    keep: true,
  });
  if (data === undefined || (before !== undefined && data.length === 0)) return null;
  const [mine, others] = [data.filter((one) => one.mine), data.filter((one) => !one.mine)];
  const heading = before === undefined ? t`Open actions` : t`Open from earlier meetings`;
  return (
    <section className={classes.open} aria-label={heading}>
      {before !== undefined && <h2 className={classes.heading}>{heading}</h2>}
      {data.length === 0 && <p className={classes.nothing}>{t`No action is open.`}</p>}
      {mine.length > 0 && <Entries title={t`Ours`} entries={mine} />}
      {others.length > 0 && (
        <Entries title={mine.length > 0 ? t`Of others` : t`For whom, and until when`} entries={others} />
      )}
    </section>
  );
}

function Entries({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  const { t } = useLingui();
  const { show, openAt } = useSidePanel();
  const choose = (id: string) => {
    show(id);
    openAt('own');
  };
  return (
    <table className={classes.entries}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Number`}</th>
          <th scope="col">{t`What is to be done`}</th>
          <th scope="col">{t`Lead`}</th>
          <th scope="col">{t`Due`}</th>
          <th scope="col">{t`Meeting`}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ action, number, text, lead, due, late, meeting }) => (
          <tr key={action} data-record={action}>
            <td className={classes.number}>{number}</td>
            <td>
              <UnstyledButton className={classes.text ?? ''} onClick={() => choose(action)}>
                {text}
              </UnstyledButton>
            </td>
            <td>{lead?.name ?? t`Nobody yet`}</td>
            <td>{due === undefined ? t`No day yet` : <UntilCell due={due} late={late} />}</td>
            <td>{meeting?.title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
