import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  ReviewDecisionResult,
  ReviewDecisions,
  ReviewDetail,
  ReviewItem,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useDecideItems } from '../api/reviewQueries';
import { EntityName } from '../entities/EntityLink';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { Outcome, OutcomeList } from '../feedback/OutcomeList';
import summaries from '../inbox/RequestSummaries.module.css';
import { datasetAccessTranslationRef } from '../translation';

export type ReviewDecision = ReviewDecisions['decision'];

/** @see DecideItemsDialog */
export interface DecideItemsDialogProps {
  review: ReviewDetail;
  decision: ReviewDecision;
  /** At least one. */
  items: ReviewItem[];
  onClose(): void;
}

/** Shows what is about to be decided, decides it, and says for each access what became of it. */
export function DecideItemsDialog(props: DecideItemsDialogProps) {
  const { review, decision, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  // the list behind is loaded again, and what was decided about is no longer to be decided about
  const [items] = useState(props.items);
  const decide = useDecideItems(review.id);
  const [comment, setComment] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isNeeded = decision === 'revoke' && review.commentNeeded;
  const isMissing = isNeeded && !comment.trim();
  const number = String(items.length);
  if (decide.data) {
    return (
      <LastingDialog title={t('reviews.decide.done')} onClose={onClose}>
        <DialogBody>
          <Outcomes decision={decision} items={items} result={decide.data} />
        </DialogBody>
        <DialogFooter>
          <Button slot="close">{t('dialog.close')}</Button>
        </DialogFooter>
      </LastingDialog>
    );
  }
  return (
    <LastingDialog
      title={
        decision === 'keep'
          ? t('reviews.decide.titleKeep', { number })
          : t('reviews.decide.titleRevoke', { number })
      }
      onClose={onClose}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {decide.error && <ErrorAlert error={decide.error} />}
          {decision === 'revoke' && (
            <Text as="p">{t('reviews.decide.revokeHint')}</Text>
          )}
          <ul
            aria-label={t('reviews.decide.planned')}
            className={summaries.list}
            // it scrolls, so the keyboard has to get there
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {items.map(item => (
              <li key={item.grant.id}>
                <Access item={item} />
              </li>
            ))}
          </ul>
          <TextAreaField
            label={t('reviews.decide.comment')}
            description={
              isChecked && isMissing
                ? t('reviews.decide.commentHint.missing')
                : t(
                    `reviews.decide.commentHint.${
                      isNeeded ? 'needed' : decision
                    }`,
                  )
            }
            isInvalid={isChecked && isMissing}
            isRequired={isNeeded}
            value={comment}
            onChange={setComment}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button
          destructive={decision === 'revoke'}
          isPending={decide.isPending}
          onPress={() => {
            setChecked(true);
            if (!isMissing) {
              decide.send({
                decision,
                grants: items.map(({ grant }) => grant.id),
                ...(comment.trim() && { comment }),
              });
            }
          }}
        >
          {t(`reviews.items.${decision}`)}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}

function Access({ item: { grant } }: { item: ReviewItem }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Text>
      <EntityName entityRef={grant.subject} />: {grant.dataset.title},{' '}
      {t(`level.inSentence.${grant.level}`)}
    </Text>
  );
}

function Outcomes(props: {
  decision: ReviewDecision;
  items: ReviewItem[];
  result: ReviewDecisionResult;
}) {
  const { decision, items, result } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const byId = new Map(items.map(item => [item.grant.id, item]));
  return (
    <OutcomeList label={t('reviews.decide.outcomes')}>
      {result.outcomes.map(({ grantId, ok, message }) => {
        const item = byId.get(grantId);
        return (
          <Outcome key={grantId} kind={ok ? 'done' : 'refused'}>
            {item && <Access item={item} />}
            <Text as="p">
              {ok ? t(`reviews.decide.outcome.${decision}`) : message}
            </Text>
          </Outcome>
        );
      })}
    </OutcomeList>
  );
}
