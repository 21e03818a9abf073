namespace Orrery.Core;

/// <summary>A set of changes that together turn a no into a yes.</summary>
/// <param name="Text">The changes as a sentence.</param>
/// <param name="Changes">Each single change, in the order to make them.</param>
public sealed record Remedy(string Text, IReadOnlyList<Change> Changes);
