import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';

/** @see CommentForm */
export interface CommentFormProps {
  isPending: boolean;
  /** Rejects when the comment was not taken; what was written then stays. */
  onSend(text: string): Promise<unknown>;
}

/** Adds to the talk about a request. */
export function CommentForm({ isPending, onSend }: CommentFormProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [text, setText] = useState('');
  return (
    <Flex direction="column" gap="3">
      <TextAreaField
        aria-label={t('comment.text')}
        value={text}
        onChange={setText}
      />
      <div>
        <Button
          variant="secondary"
          isPending={isPending}
          isDisabled={!text.trim()}
          onPress={() =>
            onSend(text).then(
              () => setText(''),
              () => {},
            )
          }
        >
          {t('comment.send')}
        </Button>
      </div>
    </Flex>
  );
}
