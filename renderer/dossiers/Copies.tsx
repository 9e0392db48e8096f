import { Plural, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconEyeOff, IconListNumbers, IconTrash, IconUsers, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordId } from '../../domain/records/ids.ts';
import { useAction } from '../application/actions.ts';
import { useRead } from '../application/queries.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import classes from './book.module.css';
import type { BookCopy, BookData } from './bookTypes.ts';
import { PrintCopies } from './PrintCopies.tsx';
import type { BookActions } from './useBook.ts';
import { WhatTheyGet } from './WhatTheyGet.tsx';

interface CopiesProps {
  readonly book: BookData;
  readonly actions: BookActions;
}

/** Who gets a printed copy, with which number, and what each of them gets; all of them printed as one act. */
export function Copies({ book, actions }: CopiesProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<string>();
  const { copies, mayIssue } = book;
  const { data: bodies = [] } = useRead('records', 'list', { kind: 'organisation', deleted: false });
  const wanted = bodies.filter(({ id, body }) => {
    const isFor = book.book === 'open' ? body.membership === 'invited' : body.membership === 'member';
    return isFor && !copies.some(({ party }) => party === id);
  });
  const isMine = book.isOwn && !book.deleted;
  const group = t`Dossier`;
  const add = (parties: readonly string[], label: string) =>
    void actions.giveCopies(label, [
      ...copies,
      ...parties.map((party): BookCopy => ({ id: crypto.randomUUID(), party: RecordId.parse(party) })),
    ]);
  const addAll = {
    id: 'book.addMembers',
    title: book.book === 'open' ? t`Add all invited bodies` : t`Add all members`,
    group,
    icon: IconUsersPlus,
    disabled: !isMine || wanted.length === 0,
    run: () =>
      add(
        wanted.map(({ id }) => id),
        t`added copies`,
      ),
  };
  const number = {
    id: 'book.number',
    title: t`Number the copies`,
    group,
    icon: IconListNumbers,
    disabled: !isMine || !mayIssue || copies.every((copy) => copy.number !== undefined),
    run: () => void actions.giveCopies(t`numbered the copies`, numbered(copies)),
  };
  useAction(addAll);
  useAction(number);
  const change = (id: string, to: number | undefined) =>
    void actions.giveCopies(
      t`numbered a copy`,
      copies.map((copy) => (copy.id === id ? { ...copy, number: to } : copy)),
    );
  return (
    <>
      <div className={classes.tools}>
        {isMine && (
          <RecordPicker
            kinds={['organisation', 'person']}
            value={null}
            except={copies.map(({ party }) => party)}
            onChange={(party) => party !== null && add([party], t`added a copy`)}
            label={t`Add a copy for`}
          />
        )}
        <span className={classes.toolsEnd}>
          {isMine && wanted.length > 0 && <ActionButton action={addAll} />}
          {isMine && mayIssue && !number.disabled && <ActionButton action={number} />}
        </span>
      </div>
      {copies.length === 0 ? (
        <EmptyState icon={IconUsers} title={t`Nobody has a copy yet`}>
          {t`The distribution list says who gets a printed book, each under a number. It goes to members alone.`}
        </EmptyState>
      ) : (
        <>
          <ul className={classes.copies} aria-label={t`Distribution list`}>
            {copies.map((copy) => {
              const { id, party, name, doNotName } = copy;
              const shown = name === '' ? t`A record that is not here` : name;
              return (
                <li key={id} className={classes.copy} data-record={party}>
                  {isMine && mayIssue ? (
                    <NumberInput
                      size="xs"
                      w={72}
                      min={1}
                      max={9999}
                      allowDecimal={false}
                      hideControls
                      placeholder="–"
                      aria-label={t`Number of the copy for ${shown}`}
                      defaultValue={copy.number ?? ''}
                      key={copy.number ?? 'none'}
                      onBlur={({ currentTarget }) => {
                        const typed = Number.parseInt(currentTarget.value, 10);
                        const next = Number.isNaN(typed) || typed < 1 ? undefined : typed;
                        if (next !== copy.number) change(id, next);
                      }}
                    />
                  ) : (
                    <span className={classes.number}>
                      {copy.number === undefined ? '–' : String(copy.number).padStart(2, '0')}
                    </span>
                  )}
                  <span className={classes.who}>
                    <b>{shown}</b>
                    {doNotName && (
                      <span className={classes.said}>
                        <IconEyeOff size={14} stroke={1.6} aria-hidden /> {t`Not named in the name of the file`}
                      </span>
                    )}
                  </span>
                  <Button
                    size="xs"
                    variant="default"
                    aria-expanded={asked === id}
                    aria-label={t`What they get: ${shown}`}
                    onClick={() => setAsked(asked === id ? undefined : id)}
                  >
                    {t`What they get`}
                  </Button>
                  {isMine && (
                    <ActionIcon
                      aria-label={t`Take ${shown} off the list`}
                      onClick={() =>
                        void actions.giveCopies(
                          t`took a copy off the list`,
                          copies.filter((one) => one.id !== id),
                        )
                      }
                    >
                      <IconTrash size={16} stroke={1.6} />
                    </ActionIcon>
                  )}
                  {asked === id && <WhatTheyGet book={book} copy={copy} />}
                </li>
              );
            })}
          </ul>
          <p className={classes.quiet}>
            <Plural value={copies.length} one="# copy" other="# copies" />
          </p>
          <PrintCopies book={book} />
        </>
      )}
    </>
  );
}

/** The lowest free numbers for those that have none, in the order of the list. */
function numbered(copies: BookData['copies']): BookCopy[] {
  const taken = new Set(copies.map((copy) => copy.number));
  let next = 0;
  return copies.map((copy) => {
    if (copy.number !== undefined) return copy;
    do next += 1;
    while (taken.has(next));
    return { ...copy, number: next };
  });
}
