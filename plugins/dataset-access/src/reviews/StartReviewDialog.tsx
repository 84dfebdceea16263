import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Checkbox,
  DialogBody,
  DialogFooter,
  Flex,
  Radio,
  RadioGroup,
  Select,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import {
  AccessLevel,
  accessLevels,
  ReviewRule,
  ReviewScope,
} from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useReviewPreview, useStartReview } from '../api/reviewQueries';
import { formatDuration } from '../durations/formatDuration';
import { useLocale } from '../durations/useLocale';
import { toEntityOption } from '../entities/EntityOption';
import { EntityPicker } from '../entities/EntityPicker';
import { useEntitySearch } from '../entities/useEntitySearch';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { usePrincipalSearch } from '../principals/usePrincipalSearch';
import { DayField } from '../responsibilities/DayField';
import { datasetAccessTranslationRef } from '../translation';
import styles from './StartReviewDialog.module.css';

/** @see StartReviewDialog */
export interface StartReviewDialogProps {
  onClose(): void;
  onStarted(reviewId: string): void;
}

/** Stands for no filter; a select has no empty value. */
const ANY = 'any';
const AGES = ['P90D', 'P180D', 'P1Y'];
const DOMAINS = { filter: { kind: ['domain'] } };
const DAYS_TO_REVIEW = 14;

/** Starts an access review. What it would ask is shown while the scope is chosen, so that nobody is asked by surprise. */
export function StartReviewDialog(props: StartReviewDialogProps) {
  const { onClose, onStarted } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const start = useStartReview();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [scope, setScope] = useState<ReviewScope>({});
  const [day, setDay] = useState(
    () => DateTime.now().plus({ days: DAYS_TO_REVIEW }).toISODate()!,
  );
  const [unreviewed, setUnreviewed] = useState<ReviewRule>('keep');
  const [isChecked, setChecked] = useState(false);
  const due = DateTime.fromISO(day).endOf('day');
  const isNameless = !name.trim();
  const isOver = !(due > DateTime.now());
  return (
    <LastingDialog title={t('reviews.start.title')} onClose={onClose}>
      <DialogBody>
        <Flex direction="column" gap="4">
          {start.error && (
            <ErrorAlert title={t('reviews.start.failed')} error={start.error} />
          )}
          <TextField
            label={t('reviews.start.name')}
            description={
              isChecked && isNameless
                ? t('reviews.start.nameMissing')
                : undefined
            }
            isInvalid={isChecked && isNameless}
            isRequired
            maxLength={200}
            value={name}
            onChange={setName}
          />
          <TextAreaField
            label={t('reviews.start.description')}
            description={t('reviews.start.descriptionHint')}
            value={description}
            onChange={setDescription}
          />
          <ScopeFields scope={scope} onChange={setScope} />
          <DayField
            label={t('reviews.start.due')}
            hint={t('reviews.start.dueHint')}
            value={day}
            onChange={setDay}
            error={isChecked && isOver ? t('reviews.start.dueOver') : undefined}
          />
          <RadioGroup
            label={t('reviews.start.unreviewed')}
            value={unreviewed}
            onChange={value => setUnreviewed(value as ReviewRule)}
          >
            <Radio value="keep">{t('reviews.start.rule.keep')}</Radio>
            <Radio value="revoke">{t('reviews.start.rule.revoke')}</Radio>
          </RadioGroup>
        </Flex>
      </DialogBody>
      {/* in sight whatever is scrolled, as it changes with every choice */}
      <div className={styles.preview}>
        <Preview scope={scope} />
      </div>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button
          isPending={start.isPending}
          onPress={() => {
            setChecked(true);
            if (!isNameless && !isOver) {
              start.send(
                {
                  name,
                  scope,
                  unreviewed,
                  dueAt: due.toUTC().toISO()!,
                  ...(description.trim() && { description }),
                },
                ({ id }) => onStarted(id),
              );
            }
          }}
        >
          {t('reviews.start.send')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}

/** Which access is reviewed; what is not chosen narrows nothing. */
function ScopeFields(props: {
  scope: ReviewScope;
  onChange(scope: ReviewScope): void;
}) {
  const { scope, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const locale = useLocale();
  const domains = useEntitySearch(DOMAINS, toEntityOption);
  const principals = usePrincipalSearch();
  const [source, setSource] = useState('');
  const change = (part: ReviewScope) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...scope, ...part }).filter(
          ([, value]) => value !== undefined,
        ),
      ),
    );
  return (
    <>
      <EntityPicker
        label={t('reviews.start.domain')}
        value={scope.domain}
        onChange={domain => change({ domain })}
        list={domains}
        searchPlaceholder={t('reviews.start.searchDomain')}
        placeholder={t('reviews.start.pickDomain')}
        none={t('reviews.start.anyDomain')}
      />
      <EntityPicker
        label={t('reviews.start.holder')}
        value={scope.holder}
        onChange={holder => change({ holder })}
        list={principals}
        searchPlaceholder={t('picker.search')}
        placeholder={t('pickOne.principal')}
        none={t('reviews.start.anyHolder')}
      />
      <TextField
        label={t('reviews.start.source')}
        description={t('reviews.start.sourceHint')}
        maxLength={100}
        value={source}
        onChange={setSource}
        onBlur={() => change({ source: source.trim() || undefined })}
      />
      <Select
        label={t('reviews.start.level')}
        options={[
          { id: ANY, label: t('reviews.start.anyLevel') },
          {
            id: 'editor',
            label: t('reviews.start.levelUp', { level: t('level.editor') }),
          },
          {
            id: 'owner',
            label: t('reviews.start.onlyLevel', { level: t('level.owner') }),
          },
        ]}
        value={scope.level ?? ANY}
        onChange={key =>
          change({
            level: accessLevels.find(one => one === key) as
              | AccessLevel
              | undefined,
          })
        }
      />
      <Select
        label={t('reviews.start.age')}
        options={[
          { id: ANY, label: t('reviews.start.anyAge') },
          ...AGES.map(age => ({
            id: age,
            label: t('reviews.start.olderThan', {
              duration: formatDuration(age, locale),
            }),
          })),
        ]}
        value={scope.olderThan ?? ANY}
        onChange={key =>
          change({ olderThan: key === ANY ? undefined : String(key) })
        }
      />
      <Checkbox
        isSelected={scope.endless === true}
        onChange={isOn => change({ endless: isOn || undefined })}
      >
        {t('reviews.start.endless')}
      </Checkbox>
    </>
  );
}

/** How much it would ask, and whom. */
function Preview({ scope }: { scope: ReviewScope }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch } = useReviewPreview(scope);
  return (
    <div aria-live="polite">
      <Text as="p" weight="bold">
        {t('reviews.start.preview')}
      </Text>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <Text as="p">
          {data.grants === 0
            ? t('reviews.start.previewNone')
            : t('reviews.start.previewOf', {
                grants: String(data.grants),
                datasets: String(data.datasets),
                reviewers: String(data.reviewers),
              })}
        </Text>
      )}
      {data && data.datasetsWithoutReviewer > 0 && (
        <Text as="p" color="secondary">
          {t('reviews.start.withoutReviewer', {
            count: data.datasetsWithoutReviewer,
          })}
        </Text>
      )}
    </div>
  );
}
