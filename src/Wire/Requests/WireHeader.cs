namespace Orrery.Wire.Requests;

/// <summary>One header line: a name as it was sent and one value.</summary>
/// <param name="Name">The name; compared without regard to case.</param>
/// <param name="Value">The value, without the white space around it.</param>
public readonly record struct WireHeader(string Name, string Value);
