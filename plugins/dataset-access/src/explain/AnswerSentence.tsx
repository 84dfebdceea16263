import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, Flex, Text } from '@backstage/ui';
import { RiCheckboxCircleLine, RiCloseCircleLine } from '@remixicon/react';
import type { Explanation } from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../durations/FormattedDate';
import { datasetAccessTranslationRef } from '../translation';
import styles from './Answer.module.css';
import { endOfPaths } from './pathEnd';
import { useAsked } from './useAsked';
import type { NodeTitle } from './useNodeTitles';

/** @see AnswerSentence */
export interface AnswerSentenceProps {
  explanation: Explanation;
  titleOf: NodeTitle;
}

/** The answer in one sentence; how long it is so, or why it is a no. */
export function AnswerSentence({ explanation, titleOf }: AnswerSentenceProps) {
  const { allowed, reason, resource, privilege, paths } = explanation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { isAboutEntities } = useAsked(explanation);
  const isUnknown =
    reason === 'unknown-subject' || reason === 'unknown-resource';
  const end = endOfPaths(paths);
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="2">
          <div className={styles.sentence}>
            {allowed ? (
              <RiCheckboxCircleLine className={styles.yes} aria-hidden />
            ) : (
              <RiCloseCircleLine className={styles.no} aria-hidden />
            )}
            <Text as="h1" variant="title-x-small" weight="bold">
              <Sentence explanation={explanation} titleOf={titleOf} />
            </Text>
          </div>
          {/* of an operation, each part that it takes has an end of its own */}
          {allowed && privilege && (
            <Text as="p">
              {end ? (
                <>
                  {t('explain.until')} <FormattedDate at={end} />
                </>
              ) : (
                t('explain.noEnd')
              )}
            </Text>
          )}
          {reason && <Text as="p">{t(`explain.reason.${reason}`)}</Text>}
          {isUnknown && (
            <Text as="p" color="secondary">
              {t('explain.unknownHint')}
            </Text>
          )}
          {!allowed && !isUnknown && isAboutEntities && !resource && (
            <Text as="p" color="secondary">
              {t('explain.chooseEntity')}
            </Text>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}

function Sentence({ explanation, titleOf }: AnswerSentenceProps) {
  const { allowed, resource, privilege } = explanation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { title: what } = useAsked(explanation);
  const answer = allowed ? 'yes' : 'no';
  const about = privilege === undefined ? 'operation' : 'privilege';
  const subject = titleOf({ kind: 'user', id: explanation.subject });
  return (
    <>
      {resource === undefined
        ? t(`explain.${answer}.${about}`, { subject, what })
        : t(`explain.${answer}.${about}On`, {
            subject,
            what,
            resource: titleOf({ kind: 'resource', id: resource }),
          })}
    </>
  );
}
