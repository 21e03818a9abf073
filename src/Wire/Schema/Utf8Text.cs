namespace Orrery.Wire.Schema;

/// <summary>A UTF-8 literal that stays in the program's read-only data until it is looked at.</summary>
public delegate ReadOnlySpan<byte> Utf8Text();
