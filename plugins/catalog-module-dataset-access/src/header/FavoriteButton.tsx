import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { ButtonIcon } from '@backstage/ui';
import { RiStarFill, RiStarLine } from '@remixicon/react';

export function FavoriteButton({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(catalogReactTranslationRef);
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entity);
  return (
    <ButtonIcon
      variant="secondary"
      aria-label={
        isStarredEntity
          ? t('favoriteEntity.removeFromFavorites')
          : t('favoriteEntity.addToFavorites')
      }
      icon={isStarredEntity ? <RiStarFill /> : <RiStarLine />}
      onPress={toggleStarredEntity}
    />
  );
}
