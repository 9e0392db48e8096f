import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Label } from '../../domain/handling/handling.ts';
import { useAction } from '../application/actions.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { kindName } from '../parts/kinds/kindNames.ts';
import classes from './exchange.module.css';

interface ReadHeadProps {
  readonly title: string;
  readonly kind: string;
  readonly label: Label;
  /** Which one of the list it is, from 0. */
  readonly at: number;
  readonly of: number;
  onMove(to: number): void;
}

/** The record that is read, where it stands in the list, and the way to those beside it. */
export function ReadHead({ title, kind, label, at, of, onMove }: ReadHeadProps) {
  const { t, i18n } = useLingui();
  const previous = {
    id: 'exchange.previous',
    title: t`The record before`,
    group: t`Exchange`,
    shortcut: 'alt+ArrowUp',
    whileTyping: true,
    icon: IconChevronLeft,
    disabled: at <= 0,
    run: () => onMove(at - 1),
  };
  const next = {
    id: 'exchange.next',
    title: t`The next record`,
    group: t`Exchange`,
    shortcut: 'alt+ArrowDown',
    whileTyping: true,
    icon: IconChevronRight,
    disabled: at >= of - 1,
    run: () => onMove(at + 1),
  };
  useAction(previous);
  useAction(next);
  return (
    <div className={classes.readHead}>
      <p className={classes.readKind}>{i18n._(kindName(kind))}</p>
      <Title order={2}>{title === '' ? t`Without a title` : title}</Title>
      <HandlingBadge label={label} />
      <div className={classes.position}>
        <span className={classes.count}>
          <Trans>
            {at + 1} of {of}
          </Trans>
        </span>
        {[previous, next].map((action) => (
          <ActionIcon
            key={action.id}
            variant="default"
            aria-label={action.title}
            disabled={action.disabled}
            onClick={action.run}
          >
            <action.icon size={18} stroke={1.6} />
          </ActionIcon>
        ))}
      </div>
    </div>
  );
}
