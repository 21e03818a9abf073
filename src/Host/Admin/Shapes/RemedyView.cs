namespace Orrery.Host.Admin.Shapes;

/// <summary>Changes that together turn a no into a yes.</summary>
/// <param name="Text">The changes as a sentence.</param>
/// <param name="Changes">Each change, in the order to make them.</param>
public sealed record RemedyView(string Text, IReadOnlyList<ChangeView> Changes);
