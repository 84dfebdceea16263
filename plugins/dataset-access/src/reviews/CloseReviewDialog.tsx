import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { ReviewDetail } from 'backstage-plugin-dataset-access-common';
import { useCloseReview } from '../api/reviewQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';

/** Closes a review, after saying what becomes of what nobody reviewed. */
export function CloseReviewDialog(props: {
  review: ReviewDetail;
  onClose(): void;
}) {
  const { review, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const close = useCloseReview(review.id);
  const { unreviewed, progress } = review;
  return (
    <LastingDialog
      title={t('reviews.closeForm.title')}
      onClose={onClose}
      width={440}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {close.error && (
            <ErrorAlert
              title={t('reviews.closeForm.failed')}
              error={close.error}
            />
          )}
          <Text>
            {progress.open > 0
              ? t(`reviews.closeForm.${unreviewed}`, { count: progress.open })
              : t('reviews.closeForm.nothing')}
          </Text>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button
          destructive={unreviewed === 'revoke' && progress.open > 0}
          isPending={close.isPending}
          onPress={() => close.send(undefined, onClose)}
        >
          {t('reviews.closeForm.send')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
