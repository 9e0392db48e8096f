import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconExternalLink, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor, tell, tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { useUndo } from '../../application/undo.ts';
import { RecordForm } from '../form/RecordForm.tsx';
import { kindName } from '../kinds/kindNames.ts';
import { Page } from '../page/Page.tsx';
import { PageHead } from '../page/PageHead.tsx';
import { Story } from '../story/Story.tsx';
import classes from './record.module.css';

interface RecordPageProps {
  readonly crumbs?: readonly { readonly title: string; readonly address: string }[];
  /** What the feature shows below the form. */
  readonly children?: ReactNode;
}

/** A record of whatever kind: its form on the left, its story on the right. */
export function RecordPage({ crumbs = [], children }: RecordPageProps) {
  const { id = '' } = useParams();
  const { t, i18n } = useLingui();
  const client = useClient();
  const host = useHost();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  useSubject(id);
  const { data, error } = useRead('records', 'read', { id });
  const title = data === undefined || data.title === '' ? t`Without a name` : data.title;

  const remove = async () => {
    await client.records.remove({ id, reason: t`Deleted by hand` });
    did({
      label: t`Deleted: ${title}`,
      undo: () => client.records.restore({ id }),
      redo: () => client.records.remove({ id, reason: t`Deleted by hand` }),
    });
    tell(t`Deleted: ${title}`);
    navigate(crumbs.at(-1)?.address ?? '/desk');
  };
  const removal = {
    id: 'record.remove',
    title: t`Delete this record`,
    group: t`Record`,
    disabled: data === undefined || data.deleted || data.unknown,
    run: () => void remove().catch(tellError),
  };
  useAction(removal);
  if (error !== null) {
    return (
      <Page>
        <PageHead title={t`Not here`} crumbs={crumbs} />
        <p>{sentenceFor(error)}</p>
      </Page>
    );
  }
  if (data === undefined) return <Page>{null}</Page>;
  return (
    <Page>
      <PageHead
        title={title}
        crumbs={crumbs}
        line={i18n._(kindName(data.kind))}
        actions={
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t`More with this record`}>
                <IconDots size={18} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
                onClick={() => host.openWindow(addressOf(data.kind, id))}
              >
                {t`Open in a window of its own`}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                disabled={removal.disabled}
                onClick={removal.run}
              >
                {removal.title}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        }
      />
      <div className={classes.halves}>
        <div className={classes.form}>
          <RecordForm record={id} />
          {children}
        </div>
        <section className={classes.story} aria-label={t`Story`}>
          <h2>{t`Story`}</h2>
          <Story record={id} />
        </section>
      </div>
    </Page>
  );
}
