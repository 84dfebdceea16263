import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { useDatasetAccess } from '../api/queries';
import { RequestAccessDialog } from '../dialog/RequestAccessDialog';
import { useLinkedDialog } from '../dialog/useLinkedDialog';
import { datasetAccessTranslationRef } from '../translation';
import { AccessState, accessState } from './accessState';
import { Button } from '@backstage/ui';
import { StateMenu } from './StateMenu';
import { NotRequestable } from './NotRequestable';

/** @public */
export interface RequestAccessButtonProps {
  /** Entity ref of the dataset. */
  datasetRef: string;
  /**
   * Opens the dialog at once when the address ends with `?requestAccess=1`, for links from elsewhere. At most one
   * button of a page does.
   */
  followsLink?: boolean;
}

/**
 * Says where the signed-in user stands with a dataset, and leads on from there. Wherever there is a slot for a button,
 * this is the one thing to put there.
 *
 * @public
 */
export function RequestAccessButton(props: RequestAccessButtonProps) {
  return (
    <DatasetAccessProvider>
      <ButtonWithDialog {...props} />
    </DatasetAccessProvider>
  );
}

function ButtonWithDialog(props: RequestAccessButtonProps) {
  const { datasetRef, followsLink = false } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch } = useDatasetAccess(datasetRef);
  const [isOpen, setOpen] = useLinkedDialog(followsLink);
  if (error && !data) {
    return (
      <Button variant="secondary" onPress={() => void refetch()}>
        {t('button.unknown')}
      </Button>
    );
  }
  return (
    <>
      {data ? (
        <StateButton
          state={accessState(data)}
          canAsk={data.request.allowed}
          onRequest={() => setOpen(true)}
        />
      ) : (
        <Button isPending>{t('button.request')}</Button>
      )}
      {isOpen && (
        <RequestAccessDialog
          datasetRef={datasetRef}
          isOpen
          onOpenChange={setOpen}
        />
      )}
    </>
  );
}

function StateButton(props: {
  state: AccessState;
  /** The user may file requests for this dataset, for himself or for others. */
  canAsk: boolean;
  onRequest(): void;
}) {
  const { state, canAsk, onRequest } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  switch (state.is) {
    case 'requestable':
      return <Button onPress={onRequest}>{t('button.request')}</Button>;
    case 'not-requestable':
      return <NotRequestable message={state.message} />;
    default:
      return (
        <StateMenu state={state} onRequest={canAsk ? onRequest : undefined} />
      );
  }
}
