import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Link, Text } from '@backstage/ui';
import type {
  DatasetAccess,
  EmergencyOffer,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useRequestLink } from '../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../translation';
import { EmergencyDialog } from './EmergencyDialog';

/** @see EmergencyOfferNote */
export interface EmergencyOfferNoteProps {
  situation: DatasetAccess;
  offer: EmergencyOffer;
}

/** Lets those take access in an emergency who may, or says which review comes first. */
export function EmergencyOfferNote(props: EmergencyOfferNoteProps) {
  const { situation, offer } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const requestLink = useRequestLink();
  // what the page offered when the dialog was opened: taking it changes the offer
  const [taking, setTaking] = useState<EmergencyOffer>();
  return (
    <Flex direction="column" gap="2">
      {offer.verdict.allowed ? (
        <>
          <Text variant="body-small" color="secondary">
            {t('emergency.hint')}
          </Text>
          <div>
            <Button variant="secondary" onPress={() => setTaking(offer)}>
              {t('emergency.button')}
            </Button>
          </div>
        </>
      ) : (
        <Alert
          status="info"
          icon
          title={t('emergency.notNow')}
          description={
            <>
              {offer.verdict.message}{' '}
              {offer.openReview && (
                <Link href={requestLink(offer.openReview)}>
                  {t('emergency.openReview')}
                </Link>
              )}
            </>
          }
        />
      )}
      {taking && (
        <EmergencyDialog
          situation={situation}
          offer={taking}
          onClose={() => setTaking(undefined)}
        />
      )}
    </Flex>
  );
}
