import { getTranslations } from 'next-intl/server';
import { TellZone } from '@/app/_preferences/tell-zone';
import { signOut } from '@/app/_shell/actions';
import { OtherLink } from '@/app/(site)/_mailed-link/other-link';
import { AccountName } from '@/components/account-name';
import { Button } from '@/components/button';
import { ButtonLink } from '@/components/button-link';
import { ActionForm } from '@/components/forms/action-form';
import { StepForm } from '@/components/forms/step-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { isolated } from '@/lib/i18n/isolated';
import { getSession } from '@/lib/identity/sessions/guards';
import type { Invitation } from '@/lib/workspaces/invitations/find-invitation';
import { accept, join } from './actions';

type Props = {
  invitation: Invitation;
  /** names the link */
  shownLink: string;
};

/** What the invited person can do: join, sign in first, or create an account. */
export async function AnswerInvitation({ invitation, shownLink }: Props) {
  const t = await getTranslations('invitation');
  const { workspace, invitedBy, role, email } = invitation;
  const title = t('join', isolated({ workspace: workspace.name }));
  const names = isolated({ workspace: workspace.name, role, email });
  const lead = invitedBy
    ? t('invitedBy', { ...names, ...isolated({ inviter: invitedBy }) })
    : t('invited', names);
  return (
    <NarrowPage title={title} lead={lead} footer={<OtherLink page="/invitation" />}>
      <TellZone />
      <Step invitation={invitation} shownLink={shownLink} />
    </NarrowPage>
  );
}

async function Step({ invitation: { workspace, email, hasAccount }, shownLink }: Props) {
  const t = await getTranslations('invitation');
  const fields = await getTranslations('fields');
  const session = await getSession();
  if (session?.user.email === email) {
    const submit = t('join', isolated({ workspace: workspace.name }));
    return (
      <ActionForm
        id="accept"
        action={accept.bind(null, shownLink)}
        submit={submit}
        pending={t('joining')}
        layout="narrow"
      />
    );
  }
  if (session) {
    return (
      <StepForm action={signOut} className="grid gap-4">
        <p>{t('otherAccount', { signedIn: session.user.email, email })}</p>
        <input type="hidden" name="next" value="/invitation" />
        <Button type="submit" className="w-fit">
          {t('signOut')}
        </Button>
      </StepForm>
    );
  }
  if (hasAccount) {
    return (
      <ButtonLink href="/sign-in?callbackUrl=/invitation">{t('signIn', { email })}</ButtonLink>
    );
  }
  return (
    <ActionForm
      id="join"
      action={join.bind(null, shownLink)}
      submit={t('createAndJoin')}
      pending={t('joining')}
      layout="narrow"
      before={<AccountName email={email} />}
      fields={[
        { name: 'name', label: fields('name'), autoComplete: 'name' },
        {
          name: 'password',
          label: fields('newPassword'),
          type: 'password',
          hint: fields('newPasswordHint'),
          autoComplete: 'new-password',
        },
      ]}
    />
  );
}
