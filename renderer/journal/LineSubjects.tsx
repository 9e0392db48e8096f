import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Anchor, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import type { z } from 'zod';
import type { JournalLine, JournalSubject } from '../../contract/journal/calls.ts';
import { addressOf, receivedAddress } from '../application/addresses.ts';
import classes from './journal.module.css';
import type { Filter } from './useJournalFilter.ts';

type Line = z.output<typeof JournalLine>;
type Subject = z.output<typeof JournalSubject>;

/** The way from a line to what it is about, and to the other lines about it. */
export function LineSubjects({ line, filter }: { readonly line: Line; readonly filter: Filter }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const main = line.about.find((subject) => addressFor(subject) !== undefined && subject.is !== 'installation');
  const address = main && addressFor(main);
  const { seq } = line;
  return (
    <span className={classes.subjects}>
      {address !== undefined && main !== undefined && (
        <Anchor
          component={Link}
          to={address}
          aria-label={t`Look at it: ${subjectName(main, t`the bundle`)}, line ${seq}`}
        >
          {t`Look at it`}
        </Anchor>
      )}
      {line.about.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t`What line ${seq} is about`}>
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {line.about.map((subject) => {
              const name = subjectName(subject, t`this bundle`);
              const to = addressFor(subject);
              return [
                to !== undefined && (
                  <Menu.Item key={`to ${subject.id}`} onClick={() => navigate(to)}>
                    {t`Go to ${name}`}
                  </Menu.Item>
                ),
                <Menu.Item
                  key={`about ${subject.id}`}
                  onClick={() => filter.set({ about: subject.id, name: subject.name })}
                >
                  {t`All lines about ${name}`}
                </Menu.Item>,
              ];
            })}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}

const subjectName = (subject: Subject, bundle: string): string =>
  subject.is === 'bundle' ? bundle : subject.name || subject.id.slice(0, 8);

/** Where it is looked at; undefined for what is not here any more. */
function addressFor({ is, id, kind }: Subject): string | undefined {
  if (is === 'installation') return '/people?tab=cards';
  if (kind === undefined) return undefined;
  if (is === 'record') return addressOf(kind, id);
  return kind === 'in' ? receivedAddress(id) : `/exchange/sent/${id}`;
}
