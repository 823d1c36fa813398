import type { ReactNode } from 'react';
import { Badge } from '@/components/badge';
import { Button, type ButtonVariant } from '@/components/button';
import { ButtonLink } from '@/components/button-link';
import { CodeBlock } from '@/components/code-block';
import { CopyButton } from '@/components/copy-button';
import { ModalPanel } from '@/components/dialogs/modal-panel';
import { CodeField, Field, SelectField, TextField } from '@/components/forms/field';
import { FormActions, StepButton } from '@/components/forms/form-actions';
import { OptionList } from '@/components/forms/option-list';
import { PasswordField } from '@/components/forms/password-field';
import { Logo } from '@/components/logo';
import { Meter } from '@/components/meter';
import { BackLink } from '@/components/page/back-link';
import { Breadcrumbs } from '@/components/page/breadcrumbs';
import { EmptyState } from '@/components/page/empty-state';
import { Notice } from '@/components/page/notice';
import { Pager } from '@/components/page/pager';
import { TermList } from '@/components/term-list';
import { TextLink } from '@/components/text-link';

const BUTTONS: ButtonVariant[] = [
  'primary',
  'secondary',
  'quiet',
  'danger',
  'dangerQuiet',
  'dangerInRow',
];
const NOTICES = ['info', 'success', 'warning', 'danger'] as const;
const BADGES = ['neutral', 'accent', 'success', 'warning', 'danger'] as const;
const TEXTS = (
  <>
    <p className="text-lead">Lead: what a page is about</p>
    <p>Body: what is read</p>
    <p className="text-sm">Small: tables, controls, hints</p>
    <p className="text-xs">Finest: badges, what stands below a name</p>
    <p>
      Code: <code className="font-mono text-code">sk_a1b2…9f0e</code>
    </p>
  </>
);
const HEADINGS = (
  <>
    <h1 className="text-display">Display: the first page</h1>
    <h1 className="text-title">Title: a page</h1>
    <h2 className="text-section">Section: a part of it</h2>
    <h3 className="text-card">Card: a thing in that</h3>
    <h4 className="text-label">Label: a field, a group</h4>
  </>
);
const OUT = <Button variant="secondary">Keep key</Button>;

/** Every component with a look of its own, by name, in the order of docs/components.md. */
export const SPECIMENS: Record<string, ReactNode> = {
  Headings: HEADINGS,
  Texts: TEXTS,
  Button: BUTTONS.map((variant) => (
    <Button key={variant} variant={variant}>
      {variant}
    </Button>
  )),
  'Button that waits': (
    <StepButton isPending pending="Generating…">
      Generate
    </StepButton>
  ),
  CopyButton: (
    <CopyButton text="" variant="quiet">
      Copy
    </CopyButton>
  ),
  ButtonLink: <ButtonLink href="/">Open the app</ButtonLink>,
  TextLink: <TextLink href="/">All plans</TextLink>,
  BackLink: <BackLink href="/">API keys</BackLink>,
  Badge: BADGES.map((tone) => (
    <Badge key={tone} tone={tone}>
      {tone}
    </Badge>
  )),
  Notice: NOTICES.map((tone) => (
    <Notice key={tone} tone={tone} title={`What happened: ${tone}`}>
      What to do about it.
    </Notice>
  )),
  Field: <Field id="field" label="Name" hint="What uses this key?" defaultValue="Nightly export" />,
  'Field with an error': <Field id="error" label="Name" error="A name is missing." />,
  PasswordField: <PasswordField id="password" label="Password" />,
  SelectField: (
    <SelectField id="select" label="Expires">
      <option>Never</option>
    </SelectField>
  ),
  TextField: <TextField id="text" label="Note" rows={2} />,
  CodeField: <CodeField id="code" label="Body" rows={2} defaultValue={'{\n}'} />,
  OptionList: (
    <OptionList
      legend="When does the old key retire?"
      name="retire"
      chosen="used"
      options={[
        { value: 'used', label: 'Once the new one is used', hint: 'Nothing stops in between.' },
        { value: 'now', label: 'At once' },
      ]}
    />
  ),
  Checkbox: (
    <label>
      <input type="checkbox" defaultChecked /> All that match
    </label>
  ),
  'FormActions of a page': <FormActions step={<Button>Pause key</Button>} out={OUT} />,
  'Modal, FormActions of a dialog': (
    <ModalPanel
      id="modal"
      title="Revoke “Nightly export”?"
      description="Every request with it is refused from now on."
    >
      <FormActions place="dialog" step={<Button variant="danger">Revoke key</Button>} out={OUT} />
    </ModalPanel>
  ),
  Meter: <Meter label="4 of 5 keys" value={4} max={5} />,
  'Meter that is full': <Meter label="5 of 5 keys" value={5} max={5} />,
  CodeBlock: <CodeBlock language="sh" label="Shell" copy="Copy" code="curl $URL/api/me" />,
  EmptyState: (
    <EmptyState title="No keys yet" heading="h2" action={<Button>Generate</Button>}>
      What a key is for.
    </EmptyState>
  ),
  Breadcrumbs: (
    <Breadcrumbs label="Where" trail={[{ href: '/', title: 'Help' }]} current="API keys" />
  ),
  Pager: (
    <Pager
      label="Pages"
      first={{ href: '/', text: 'First page' }}
      next={{ href: '/', text: 'Next page' }}
    />
  ),
  TermList: <TermList terms={[{ term: 'Owner', text: 'exactly one' }]} />,
  Logo: <Logo />,
};
