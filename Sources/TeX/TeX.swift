/// What the room turns TeX into: readable Unicode text with its formulas kept aside.
public enum TeX {}
