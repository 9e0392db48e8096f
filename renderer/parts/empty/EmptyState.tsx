import { Group, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon?: Icon;
  /** What is not there yet: `No organisations yet`. */
  readonly title: string;
  /** What the place is for. */
  readonly children?: ReactNode;
  /** The first step. */
  readonly actions?: ReactNode;
}

/** A place with nothing in it says what it is for and offers the first step. */
export function EmptyState({ icon: Sign, title, children, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      {Sign !== undefined && <Sign size={32} stroke={1.6} aria-hidden className={classes.icon} />}
      <Title order={2}>{title}</Title>
      {children !== undefined && <Text className={classes.text}>{children}</Text>}
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </section>
  );
}
