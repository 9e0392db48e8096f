import { Plural, useLingui } from '@lingui/react/macro';
import { Alert, Radio, Switch, Text } from '@mantine/core';
import { markOf } from '../../../domain/handling/change.ts';
import { distributionWith, markWithLabel, mayChoose, reachesOf } from '../../../domain/handling/choices.ts';
import { type Distribution, LABELS, type Label, Mark } from '../../../domain/handling/handling.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useTitles } from '../picker/useTitles.ts';
import { Caveats } from './Caveats.tsx';
import { Clearance } from './Clearance.tsx';
import { DistributionWords } from './DistributionWords.tsx';
import { HandlingBadge } from './HandlingBadge.tsx';
import classes from './handling.module.css';
import { REACH_WORDS, RECEIVERS_MAY } from './handlingWords.ts';
import { LastDay } from './LastDay.tsx';
import { NamedParties } from './NamedParties.tsx';
import { NotLoosened } from './NotLoosened.tsx';
import { type HandlingDesk, useHandling } from './useHandling.ts';
import { WhoHolds } from './WhoHolds.tsx';
import { WidenToNamed } from './WidenToNamed.tsx';

/**
 * Label, distribution, Chatham House Rule and caveats of a record: changed at once, undoable. Says what receivers may
 * do and who will hold it; what this person may not choose is there, closed, with whom to ask.
 */
export function HandlingPicker({ record }: { readonly record: string }) {
  const desk = useHandling(record);
  return desk === undefined ? null : <Picker desk={desk} />;
}

function Picker({ desk }: { readonly desk: HandlingDesk }) {
  const { t } = useLingui();
  const { view, effective, isOpen, isFixed, refused, change } = desk;
  const { chathamHouse, caveats } = view.handling;
  const { titles } = useTitles([view.handling.originator]);
  const originator = titles.get(view.handling.originator)?.title ?? t`the organisation that wrote it`;
  return (
    <div className={classes.picker}>
      {isFixed ? <FixedMark desk={desk} /> : <MarkChoice desk={desk} originator={originator} />}
      <Clearance desk={desk} />
      {refused !== undefined && (
        <Alert color="red" role="alert" className={classes.note ?? ''}>
          {sentenceFor(refused)} {!isOpen && t`Ask ${originator}.`}
        </Alert>
      )}
      <Switch
        size="sm"
        label={t`Chatham House Rule`}
        description={t`What was said may be used; who said it may not be shown.`}
        checked={chathamHouse}
        disabled={isFixed || (chathamHouse && !isOpen)}
        onChange={(event) => change({ chathamHouse: event.currentTarget.checked })}
      />
      <Caveats caveats={caveats} disabled={isFixed} mayRemove={isOpen} onChange={(next) => change({ caveats: next })} />
      <LastDay desk={desk} />
      <dl className={classes.facts}>
        <dt>{t`Originator`}</dt>
        <dd>{originator}</dd>
        <dt>{t`Now`}</dt>
        <dd>
          <HandlingBadge label={effective.label} /> <DistributionWords distribution={effective.distribution} />
        </dd>
      </dl>
    </div>
  );
}

/** Whether it is for our own organisation, and nobody else. */
function isOurs(distribution: Distribution, own: string): boolean {
  return (
    distribution.to === 'named' && distribution.organisations.length === 1 && distribution.organisations[0] === own
  );
}

/** What is stricter than its paper stays so, whatever the paper becomes. */
function StricterPortions({ paper }: { readonly paper: string }) {
  const { data = [] } = useRead('papers', 'portions', { paper });
  if (data.length === 0) return null;
  return (
    <Text size="sm" className={classes.rule ?? ''}>
      <Plural
        value={data.length}
        one="# passage was set apart with a mark of its own, and keeps it whatever the paper is marked."
        other="# passages were set apart with marks of their own, and keep them whatever the paper is marked."
      />
    </Text>
  );
}

/** A mark that nobody changes here, and why. */
function FixedMark({ desk: { view, effective } }: { readonly desk: HandlingDesk }) {
  const { t, i18n } = useLingui();
  const kind = kindOf(view.kind);
  return (
    <div>
      <HandlingBadge label={effective.label} />
      <Text size="sm">{i18n._(RECEIVERS_MAY[effective.label])}</Text>
      {view.conflicted && <Text size="sm">{t`In conflict: resolve it first, then change its handling.`}</Text>}
      {kind?.bornPrivate === true && (
        <Text size="sm">{t`A private note is for this installation alone. What others should read is a comment.`}</Text>
      )}
      {kind?.withinOrganisation === true && (
        <Text size="sm">
          {view.kind === 'mention'
            ? t`A decision on a name stays within the organisation that made it.`
            : t`It stays within the organisation that wrote it, whatever its mark.`}
        </Text>
      )}
      {view.unknown && <Text size="sm">{t`Made with a newer version, and not changed here.`}</Text>}
    </div>
  );
}

function MarkChoice({ desk, originator }: { readonly desk: HandlingDesk; readonly originator: string }) {
  const { t, i18n } = useLingui();
  const { effective, standing, isOpen, change } = desk;
  const { author } = standing;
  const mark = markOf(effective);
  const isStrict = mark.label === 'TLP:AMBER+STRICT' && isOurs(mark.distribution, author.organisation);
  const reaches = reachesOf(mark.label, standing);
  const setLabel = (label: Label) => change({ mark: Mark.parse(markWithLabel(mark, label, author)) });
  const setDistribution = (distribution: Distribution) => change({ mark: { ...mark, distribution } });
  const may = (chosen: Mark) => mayChoose(chosen, standing);
  return (
    <>
      <Radio.Group
        label={t`Label`}
        value={mark.label}
        onChange={(value) => {
          const label = LABELS.find((known) => known === value);
          if (label !== undefined && label !== mark.label) setLabel(label);
        }}
      >
        <div className={classes.choices}>
          {LABELS.map((label) => (
            <Radio
              key={label}
              value={label}
              size="xs"
              label={<HandlingBadge label={label} />}
              disabled={label !== mark.label && !may(markWithLabel(mark, label, author))}
            />
          ))}
        </div>
      </Radio.Group>
      <Text size="sm">{i18n._(RECEIVERS_MAY[mark.label])}</Text>
      {reaches.length > 1 && (
        <Radio.Group
          label={t`Distribution`}
          value={mark.distribution.to}
          onChange={(value) => {
            const to = reaches.find((known) => known === value);
            if (to !== undefined && to !== mark.distribution.to)
              setDistribution(distributionWith(mark.label, to, author));
          }}
        >
          <div className={classes.choices}>
            {reaches.map((to) => (
              <Radio
                key={to}
                value={to}
                label={i18n._(REACH_WORDS[to])}
                disabled={
                  to !== mark.distribution.to &&
                  !may({ ...mark, distribution: distributionWith(mark.label, to, author) })
                }
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {mark.distribution.to === 'named' && (
        <NamedParties label={mark.label} named={mark.distribution} onChange={setDistribution} />
      )}
      <WhoHolds distribution={mark.distribution} />
      {!isOpen && <NotLoosened desk={desk} originator={originator} />}
      {isOpen && isStrict && <WidenToNamed desk={desk} />}
      {desk.view.kind === 'paper' && <StricterPortions paper={desk.view.id} />}
    </>
  );
}
