import { StatusTag } from './StatusTag.tsx';

export type AccountStatusProps = {
  /** As shown: invited, active, suspended or withdrawn. */
  status: string;
  text: string;
};

/** Whether a person can sign in. An active account needs no colour. */
export function AccountStatus({ status, text }: AccountStatusProps) {
  if (status === 'suspended' || status === 'withdrawn') return <StatusTag text={text} colour="red" />;
  if (status === 'invited') return <StatusTag text={text} colour="yellow" />;
  return <StatusTag text={text} colour="grey" />;
}
