import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Select, Table, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation, IconHistory, IconPlus, IconTrash } from '@tabler/icons-react';
import { LinePosition } from '../../domain/inquiries/kinds.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { tellError } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import { formatDate } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { useTitles } from '../parts/picker/useTitles.ts';
import classes from './inquiries.module.css';
import { Kept } from './Kept.tsx';
import { Position } from './Position.tsx';
import { type Standing, useInquiry } from './useInquiry.ts';
import { useInquiryWords } from './useInquiryWords.ts';

type Line = Standing['lines'][number];

/** The lines, with what each ministry says beside the others, and the national position last. */
export function Lines({ view, standing }: { readonly view: RecordView; readonly standing: Standing }) {
  const { t } = useLingui();
  const inquiry = useInquiry(view);
  const add = {
    id: 'inquiry.addLine',
    title: t`Add a line`,
    group: t`Ministries`,
    icon: IconPlus,
    run: () => inquiry.add('lines', { point: '' }, t`A line was added`),
  };
  useAction(add);
  const open = standing.lines.filter(({ disagree, settledOn }) => disagree && settledOn === '').length;
  return (
    <section className={classes.section} aria-labelledby="inquiry-lines">
      <h2 id="inquiry-lines">{t`Line by line`}</h2>
      {open > 0 && (
        <p className={classes.warning} role="status">
          {open === 1
            ? t`Ministries disagree on one line that is not settled yet.`
            : t`Ministries disagree on ${open} lines that are not settled yet.`}
        </p>
      )}
      {standing.lines.length === 0 ? (
        <p className={classes.quiet}>{t`There is no line yet: write what the ministries are asked.`}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard.
        <section className={classes.across} tabIndex={0} aria-label={t`What each ministry says`}>
          <Table verticalSpacing="sm" className={classes.table ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th className={classes.point ?? ''}>{t`Point`}</Table.Th>
                {standing.ministries.map(({ id, name }) => (
                  <Table.Th key={id} className={classes.said ?? ''}>
                    {name === '' ? t`Ministry without a name` : name}
                  </Table.Th>
                ))}
                <Table.Th className={classes.national ?? ''}>{t`National position`}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {standing.lines.map((line) => (
                <LineRow key={line.id} line={line} view={view} ministries={standing.ministries} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={15} stroke={1.6} aria-hidden />}
        onClick={add.run}
      >
        {add.title}
      </Button>
    </section>
  );
}

interface LineRowProps {
  readonly line: Line;
  readonly view: RecordView;
  readonly ministries: Standing['ministries'];
}

function LineRow({ line, view, ministries }: LineRowProps) {
  const { t } = useLingui();
  const inquiry = useInquiry(view);
  const { number } = line;
  const answered = line.cells.some(({ said }) => said !== undefined);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.point ?? ''}>
        <Kept
          hidden
          long
          label={t`Point ${number}`}
          value={line.point}
          keep={(point) => inquiry.change('lines', line.id, { point }, t`A point was changed`)}
        />
        <span className={classes.tools}>
          <Select
            size="xs"
            aria-label={t`Who is asked about point ${number}`}
            value={line.only}
            allowDeselect={false}
            data={[
              { value: '', label: t`All ministries` },
              ...ministries.map(({ id, name }) => ({
                value: id,
                label: name === '' ? t`Ministry without a name` : name,
              })),
            ]}
            onChange={(only) => inquiry.change('lines', line.id, { only: only ?? '' }, t`Who is asked was changed`)}
          />
          <Tooltip label={t`Remove point ${number}`}>
            <ActionIcon
              aria-label={t`Remove point ${number}`}
              disabled={answered}
              onClick={() => inquiry.remove('lines', line.id, t`A line was removed`)}
            >
              <IconTrash size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </span>
        {line.disagree && (
          <p className={classes.disagree}>
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
            {t`Ministries disagree`}
          </p>
        )}
      </Table.Th>
      {line.cells.map((cell) => (
        <Table.Td key={cell.ministry} className={classes.said ?? ''}>
          <Cell cell={cell} />
        </Table.Td>
      ))}
      <Table.Td className={classes.national ?? ''}>
        <National line={line} view={view} />
      </Table.Td>
    </Table.Tr>
  );
}

function Cell({ cell }: { readonly cell: Line['cells'][number] }) {
  const { t } = useLingui();
  if (!cell.asked && cell.said === undefined) return <span className={classes.quiet}>{t`Not asked`}</span>;
  return (
    <>
      {cell.said === undefined ? <span className={classes.quiet}>{t`No answer`}</span> : <Says said={cell.said} />}
      {cell.late && (
        <p className={classes.note}>
          <IconClockExclamation size={14} stroke={1.6} aria-hidden />
          {t`Came late`}
        </p>
      )}
      {cell.changed && (
        <div className={classes.before}>
          <p className={classes.note}>
            <IconHistory size={14} stroke={1.6} aria-hidden />
            {t`Changed with its last file. Before:`}
          </p>
          {cell.before === undefined ? <span>{t`No answer`}</span> : <Says said={cell.before} />}
        </div>
      )}
    </>
  );
}

/** What was said: the position, and the words. */
export function Says({ said }: { readonly said: NonNullable<Line['cells'][number]['said']> }) {
  return (
    <>
      {said.position !== undefined && <Position position={said.position} />}
      {said.comment !== '' && <p className={classes.words}>{said.comment}</p>}
    </>
  );
}

/** What the delegation settles, with who did; taken back like everything else. */
function National({ line, view }: { readonly line: Line; readonly view: RecordView }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const { positions } = useInquiryWords();
  const did = useUndo((state) => state.did);
  const inquiry = useInquiry(view);
  const { titles } = useTitles([line.settledBy].filter((one) => one !== ''));
  const before = { position: line.position ?? null, words: line.words };
  const settle = (next: typeof before) => {
    const write = async (value: typeof before) => {
      await client.inquiries.settle({ inquiry: inquiry.id, line: line.id, ...value });
    };
    void write(next)
      .then(() => did({ label: t`Settled: point ${line.number}`, undo: () => write(before), redo: () => write(next) }))
      .catch(tellError);
  };
  const who = titles.get(line.settledBy)?.title;
  return (
    <>
      <Select
        size="sm"
        clearable
        clearButtonProps={{ 'aria-label': t`Open point ${line.number} again` }}
        aria-label={t`National position on point ${line.number}`}
        placeholder={t`Not settled`}
        value={line.position ?? null}
        data={LinePosition.options.map((value) => ({ value, label: positions[value] }))}
        onChange={(value) => settle({ ...before, position: LinePosition.safeParse(value).data ?? null })}
      />
      <Kept
        hidden
        long
        label={t`Words of the national position on point ${line.number}`}
        placeholder={t`Its words`}
        value={line.words}
        keep={(words) => settle({ ...before, words })}
      />
      {line.settledOn !== '' && (
        <p className={classes.quiet}>
          {who === undefined
            ? t`Settled on ${formatDate(line.settledOn, language)}`
            : t`Settled by ${who} on ${formatDate(line.settledOn, language)}`}
        </p>
      )}
    </>
  );
}
