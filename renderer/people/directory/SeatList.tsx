import { Trans, useLingui } from '@lingui/react/macro';
import { Switch, Table, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { CardTrust } from '../../parts/card/CardTrust.tsx';
import { DigitLines } from '../../parts/card/DigitLines.tsx';
import { Standing } from '../../parts/directory/Standing.tsx';
import type { DirectorySeat } from '../../parts/directory/useDirectory.ts';
import classes from '../people.module.css';
import type { AskedDialog } from './DirectoryDialog.tsx';
import { SeatMenu } from './SeatMenu.tsx';

interface SeatListProps {
  readonly seats: readonly DirectorySeat[];
  readonly maySign: boolean;
  onAsk(asked: AskedDialog): void;
}

const isPast = ({ standing }: DirectorySeat): boolean => standing === 'ended' || standing === 'revoked';

/** The installations of the network, by organisation and person: several of each are usual. */
export function SeatList({ seats, maySign, onAsk }: SeatListProps) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [withPast, setWithPast] = useState(false);
  const past = seats.filter(isPast).length;
  const wanted = words.trim().toLocaleLowerCase();
  const shown = seats
    .filter((seat) => seat.standing !== 'notIn')
    .filter((seat) => withPast || !isPast(seat))
    .filter(({ name, organisationName, homeStateName = '' }) =>
      `${name} ${organisationName} ${homeStateName}`.toLocaleLowerCase().includes(wanted),
    )
    .sort(
      (one, other) =>
        one.organisationName.localeCompare(other.organisationName) ||
        one.name.localeCompare(other.name) ||
        Number(isPast(one)) - Number(isPast(other)),
    );
  return (
    <section aria-labelledby="directory-seats">
      <div className={classes.headed}>
        <h2 id="directory-seats">{t`Installations`}</h2>
        <div className={classes.tools}>
          <TextInput
            aria-label={t`Find an installation`}
            placeholder={t`Name or organisation`}
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {past > 0 && (
            <Switch
              label={<Trans>With ended and revoked ({past})</Trans>}
              checked={withPast}
              onChange={(event) => setWithPast(event.currentTarget.checked)}
            />
          )}
        </div>
      </div>
      {shown.length === 0 ? (
        <p className={classes.quiet}>{t`None fits.`}</p>
      ) : (
        <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table aria-label={t`Installations`} className={classes.table ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t`Holder`}</Table.Th>
                <Table.Th>{t`Digits`}</Table.Th>
                <Table.Th>{t`In the directory`}</Table.Th>
                <Table.Th>{t`Trust`}</Table.Th>
                <Table.Th aria-label={t`What can be done`} />
              </Table.Tr>
            </Table.Thead>
            {[...Map.groupBy(shown, ({ organisationName }) => organisationName)].map(([organisation, members]) => (
              <Table.Tbody key={organisation}>
                <Table.Tr className={classes.groupRow ?? ''}>
                  <Table.Th colSpan={5} scope="rowgroup">
                    {organisation}
                  </Table.Th>
                </Table.Tr>
                {members.map((seat) => (
                  <SeatLine key={seat.installation} seat={seat} maySign={maySign} onAsk={onAsk} />
                ))}
              </Table.Tbody>
            ))}
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

interface SeatLineProps {
  readonly seat: DirectorySeat;
  readonly maySign: boolean;
  onAsk(asked: AskedDialog): void;
}

function SeatLine({ seat, maySign, onAsk }: SeatLineProps) {
  const { t } = useLingui();
  return (
    <Table.Tr data-past={isPast(seat) || undefined}>
      <Table.Td>
        <Link to={addressOf('person', seat.person)}>{seat.name}</Link>
        {seat.own && <span className={classes.soft}> {t`(this one)`}</span>}
        {seat.homeStateName !== undefined && (
          <span className={classes.second}>{t`seconded by ${seat.homeStateName}`}</span>
        )}
      </Table.Td>
      <Table.Td className={classes.digits ?? ''}>
        <DigitLines digits={seat.digits} />
      </Table.Td>
      <Table.Td>
        <Standing seat={seat} />
        {seat.reason !== undefined && seat.reason !== '' && <span className={classes.second}>{seat.reason}</span>}
      </Table.Td>
      <Table.Td>
        <CardTrust card={seat} />
      </Table.Td>
      <Table.Td>
        <SeatMenu seat={seat} maySign={maySign} onAsk={onAsk} />
      </Table.Td>
    </Table.Tr>
  );
}
