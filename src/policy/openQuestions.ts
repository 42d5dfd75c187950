/** Each open question of the specification in plain words. */
export const OPEN_QUESTIONS: { readonly [question: string]: string } = {
  'OQ-M012-1': 'How much REGEN may there ever be, and what happens while there is more than that?',
  'OQ-M012-2': 'Does the state of the planet change how fast the supply grows back, and who says what it is?',
  'OQ-M012-3': 'Is minted and burned once a week, or with every block?',
  'OQ-M012-4': 'Is what is burned gone for good, or kept in a reserve that governance may bring back?',
  'OQ-M012-5':
    'What speeds up the growth of the supply: staking, commitments, or how many validators there are?',
  'OQ-M013-1': 'Which part of every fee goes to burning, validators, the community and agents?',
  'OQ-M013-2': 'What is a credit worth that is issued, sent or retired, and so has no price of its own?',
  'OQ-M013-3': 'In which coin are fees taken, and in which are they paid out?',
  'OQ-M013-4': 'Who holds the money for agents?',
  'OQ-M013-5': 'Should a part of the fees be burned at all, and how large a part?',
  'OQ-M014-1': 'How many validators should there be, and may the number change?',
  'OQ-M014-2': 'Are all validators paid the same, or do those who do better get more?',
  'OQ-M014-3': 'Who are the first validators, and who chooses them?',
  'OQ-M014-4': 'When should the change to chosen validators be done?',
  'OQ-M014-5': 'What happens to the stake that others have delegated today?',
  'OQ-M015-1': 'Can the fees pay 6 % a year to those who commit their coins, and what if they cannot?',
  'OQ-M015-2':
    'How is a platform known that brought a buyer: by a note in the transaction, or by a register?',
  'OQ-M015-3': 'How much of the community’s part is paid by rule, and how much by vote?',
  'OQ-M015-4': 'What keeps people from earning rewards by many small trades with themselves?',
  'OQ-GOV-POA-1': 'How are votes of coin holders and of validators counted together?',
}
