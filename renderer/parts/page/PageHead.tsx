import { Anchor, Breadcrumbs, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import classes from './page.module.css';

export interface Crumb {
  readonly title: string;
  readonly address: string;
}

interface PageHeadProps {
  readonly title: string;
  /** Where the title is changed in its place: stands instead of it. */
  readonly titleField?: ReactNode;
  /** Names the window where the title says too much or too long; the title unless given. */
  readonly windowTitle?: string;
  /** What the page stands under, from the place down. */
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: place, date, handling. */
  readonly marks?: ReactNode;
  /** Buttons at the right; the main one last. */
  readonly actions?: ReactNode;
  /** A quiet line under the title. */
  readonly line?: ReactNode;
}

/** The head of every page. Its title is the window's too. */
export function PageHead({ title, windowTitle = title, titleField, crumbs = [], marks, actions, line }: PageHeadProps) {
  useEffect(() => {
    document.title = `${windowTitle} · Amberdesk`;
  }, [windowTitle]);
  return (
    <header className={classes.head}>
      {crumbs.length > 0 && (
        <Breadcrumbs separator="›" separatorMargin={4} className={classes.crumbs} component="nav">
          {crumbs.map(({ title: name, address }) => (
            <Anchor key={address} component={Link} to={address} inherit>
              {name}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <div className={classes.titleRow}>
        <Title order={1} className={classes.title}>
          {titleField ?? title}
        </Title>
        {marks}
        <Group gap="sm" ml="auto" className={classes.actions ?? ''}>
          {actions}
        </Group>
      </div>
      {line !== undefined && <p className={classes.line}>{line}</p>}
    </header>
  );
}
