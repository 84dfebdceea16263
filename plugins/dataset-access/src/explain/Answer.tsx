import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, useBreakpoint } from '@backstage/ui';
import type { Explanation } from 'backstage-plugin-dataset-access-common';
import { Section } from '../request/Section';
import { datasetAccessTranslationRef } from '../translation';
import { AnswerSentence } from './AnswerSentence';
import { MissingParts } from './MissingParts';
import { NearMisses } from './NearMisses';
import { NextSteps } from './NextSteps';
import { PathGraph } from './PathGraph';
import { PathList } from './PathList';
import { NodeTitle, useNodeTitles } from './useNodeTitles';

/** @see Answer */
export interface AnswerProps {
  /** Undefined until it is there. */
  explanation: Explanation | undefined;
  /** Who asks asks about himself. */
  isOwn: boolean;
}

/** Yes or no, every reason why, and what to do when it is a no. */
export function Answer({ explanation, isOwn }: AnswerProps) {
  const { subject, resource, paths = [] } = explanation ?? {};
  const titleOf = useNodeTitles(
    paths,
    [subject, resource].flatMap(ref => ref ?? []),
  );
  const known = explanation && titleOf ? { explanation, titleOf } : undefined;
  return (
    <Flex direction="column" gap="4">
      {/* there before there is an answer, or the answer would not be read out */}
      <div role="status">{known && <AnswerSentence {...known} />}</div>
      {known ? (
        <Reasons {...known} isOwn={isOwn} />
      ) : (
        <Skeleton height={160} width="100%" />
      )}
    </Flex>
  );
}

function Reasons(props: {
  explanation: Explanation;
  titleOf: NodeTitle;
  isOwn: boolean;
}) {
  const { explanation, titleOf, isOwn } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { privilege, allowed, paths, missing = [], nearMisses } = explanation;
  // on less than that a graph is too small to read
  const isWide = useBreakpoint().up('md');
  const graph = isWide && (
    <PathGraph explanation={explanation} titleOf={titleOf} />
  );
  const hasPaths = paths.length > 0;
  return (
    <>
      {missing.length > 0 && (
        <Section title={t('explain.missing')}>
          <MissingParts
            explanation={explanation}
            missing={missing}
            isOwn={isOwn}
          />
        </Section>
      )}
      {hasPaths && (
        <Section title={allowed ? t('explain.why') : t('explain.held')}>
          {graph}
          <PathList paths={paths} asked={privilege} titleOf={titleOf} />
        </Section>
      )}
      {nearMisses.length > 0 && (
        <Section title={t('explain.near')}>
          {!hasPaths && graph}
          <NearMisses nearMisses={nearMisses} />
        </Section>
      )}
      <NextSteps explanation={explanation} />
    </>
  );
}
