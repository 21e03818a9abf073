namespace Orrery.Wire.Requests;

/// <summary>A label of a URI template and what the path holds for it, decoded.</summary>
/// <param name="Name">The label's name, for example <c>Bucket</c>.</param>
/// <param name="Value">The decoded value.</param>
public readonly record struct PathLabel(string Name, string Value);
