import type { ComponentProps, ReactNode } from 'react';
import { Button, type Styled } from '@/components/button';

type StepProps = ComponentProps<'button'> &
  Styled & {
    isPending: boolean;
    /** what the button says meanwhile */
    pending: string;
  };

/** The button of a step that takes a moment. Disabled, it would lose the focus. */
export function StepButton({ isPending, pending, children, ...props }: StepProps) {
  return (
    <Button type="submit" {...props} aria-disabled={isPending}>
      {isPending ? pending : children}
    </Button>
  );
}

const PLACES = {
  page: 'flex flex-wrap gap-3',
  dialog: 'mt-6 flex flex-wrap justify-end gap-3',
};

type Props = {
  /** the button that does it */
  step: ReactNode;
  /** the button or link that leaves all as it is; secondary */
  out: ReactNode;
  place?: keyof typeof PLACES;
};

/**
 * What a form or a question ends with. On a page the step is first, below the fields that it is about,
 * and then the way out; a dialog ends with the step, so that who tabs meets the safe answer before it.
 */
export function FormActions({ step, out, place = 'page' }: Props) {
  return (
    <div className={PLACES[place]}>
      {place === 'dialog' && out}
      {step}
      {place === 'page' && out}
    </div>
  );
}
