import { Tag } from '#app/ui/govuk/Tag.tsx';

/** That a child is concerned, wherever a submission is named to whoever may read it. */
export const ChildTag = () => <Tag colour="magenta">Child</Tag>;
