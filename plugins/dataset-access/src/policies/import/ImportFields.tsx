import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { RiFileLine } from '@remixicon/react';
import { useRef, useState } from 'react';
import { datasetAccessTranslationRef } from '../../translation';
import {
  CONTENT_LENGTH,
  formatOfFile,
  importFormats,
  ImportSource,
} from './importSource';

/** @see ImportFields */
export interface ImportFieldsProps {
  value: ImportSource;
  onChange(changed: Partial<ImportSource>): void;
  /** What is wrong with the content. */
  problem?: 'empty' | 'tooLarge';
  /** Leaves room for what is said about it below. */
  isShort?: boolean;
}

/** Takes the export of another system, from a file or pasted. */
export function ImportFields(props: ImportFieldsProps) {
  const { value, onChange, problem, isShort } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Flex direction="column" gap="4">
      <Text as="p">{t('policies.import.intro')}</Text>
      <RadioGroup
        label={t('policies.import.format')}
        value={value.format}
        onChange={format =>
          onChange({ format: format as ImportSource['format'] })
        }
      >
        {importFormats.map(format => (
          <Radio key={format} value={format}>
            {t(`policies.import.formats.${format}`)}
          </Radio>
        ))}
      </RadioGroup>
      <FileButton
        onFile={(name, content) =>
          onChange({ content, format: formatOfFile(name) ?? value.format })
        }
      />
      <TextAreaField
        label={t('policies.import.content')}
        description={
          problem
            ? t(`policies.import.${problem}`, {
                number: String(CONTENT_LENGTH),
              })
            : t('policies.import.contentHint')
        }
        isInvalid={Boolean(problem)}
        rows={isShort ? 3 : 8}
        value={value.content}
        onChange={content => onChange({ content })}
      />
    </Flex>
  );
}

/** Reads a file of the user's computer as text. */
function FileButton(props: { onFile(name: string, content: string): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const read = async (file: File | undefined) => {
    setUnreadable(false);
    try {
      if (file) {
        props.onFile(file.name, await file.text());
      }
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.txt,application/json,text/csv,text/plain"
        aria-label={t('policies.import.choose')}
        hidden
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // the same file can be chosen again after it was changed
          target.value = '';
        }}
      />
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileLine />}
        onPress={() => input.current?.click()}
      >
        {t('policies.import.choose')}
      </Button>
      {isUnreadable && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('policies.import.unreadable')}
          mt="3"
        />
      )}
    </div>
  );
}
