import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import styles from './StepList.module.css';

/** What is done in a source, word for word, for who wants to read it or do it by hand. */
export function StepList(props: { title: string; steps: string[] }) {
  const { title, steps } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const id = useId();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const text = steps.join('\n');
  const copy = async () => {
    try {
      // not there in portals that are served over plain HTTP
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('notCopied');
    }
  };
  return (
    <Flex direction="column" gap="2">
      <Text id={id} variant="body-small" color="secondary">
        {title}
      </Text>
      {/* the keyboard can scroll it */}
      <pre
        className={styles.steps}
        role="group"
        aria-labelledby={id}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {text}
      </pre>
      <Flex gap="2" align="center">
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiFileCopyLine />}
          onPress={() => void copy()}
        >
          {t('drift.copy')}
        </Button>
        <Text variant="body-small" color="secondary" aria-live="polite">
          {outcome && t(`drift.${outcome}`)}
        </Text>
      </Flex>
    </Flex>
  );
}
