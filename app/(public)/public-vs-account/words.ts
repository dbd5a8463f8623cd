export const differences = [
  ['Open every tool', 'Yes', 'Yes'],
  ['See every figure with its source and date', 'Yes', 'Yes'],
  ['Choose the practice or PCN', 'Each time, or by the address of the page', 'Your workspace is filled in'],
  ['Keep settings', 'In the address of the page', 'As presets with a name'],
  ['Share settings with colleagues', 'By sending the address', 'In the presets of your workspace'],
  ['Decide who belongs to your organisation', 'No', 'Yes, as its administrator'],
] as const;
