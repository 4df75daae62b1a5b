import { load } from 'cheerio';
import { HtmlValidate, StaticConfigLoader, type Message, type ResolvedConfig } from 'html-validate';

/** Every page has the same rules: resolving them anew takes a fifth of what looking at a page does. */
class OneConfig extends StaticConfigLoader {
  #resolved: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#resolved ??= super.getConfigFor(handle));
  }
}

/**
 * What every page is held to: the HTML standard and what html-validate recommends. Where a rule is changed, it says why.
 */
const validator = new HtmlValidate(
  new OneConfig({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // React writes attributes in its own case and empty ones as `disabled=""`; HTML minds neither.
      'attr-case': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'void-style': 'off',
      // Tables that turn into cards on narrow screens lose their roles with `display: block`, so they state them; a
      // group of date fields has its role from GOV.UK Frontend.
      'no-redundant-role': 'off',
      // GOV.UK Frontend's own markup: regions that are `div`, and links that look and work as buttons.
      'prefer-native-element': ['error', { exclude: ['region', 'button', 'alert'] }],
      // Check boxes of one question share its name, and two forms may each have their button.
      'form-dup-name': [
        'error',
        { allowArrayBrackets: false, shared: ['radio', 'checkbox', 'button', 'submit'] },
      ],
      // A phone number in a link is written for people; it may break where the line ends.
      'tel-non-breaking': 'off',
      // Titles say what a page is; how long that takes is not for a search engine to decide.
      'long-title': 'off',
      // Ids of questions are camelCase, parts of a date have a hyphen, people's rows have a UUID.
      'valid-id': ['error', { relaxed: true }],
    },
  }),
);

/** What is wrong with the HTML of a page: "rule: message (element)". */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  if (report.valid) return [];
  const $ = load(html);
  // A form that is given back holds each answer of a question under the question's name; the rule can't share hidden ones.
  const isKeptAnswer = ({ ruleId, selector }: Message) =>
    ruleId === 'form-dup-name' && selector !== null && $(selector).is('input[type="hidden"]');
  return report.results.flatMap(({ messages }) =>
    messages
      .filter((message) => !isKeptAnswer(message))
      .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}
