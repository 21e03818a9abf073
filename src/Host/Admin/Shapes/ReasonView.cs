namespace Orrery.Host.Admin.Shapes;

/// <summary>A reason and what it rests on.</summary>
/// <param name="Code">A stable code, AWS's own where there is one.</param>
/// <param name="Text">The reason as a sentence.</param>
/// <param name="Subject">The resource that it is about, or null.</param>
/// <param name="Because">The reasons below it.</param>
public sealed record ReasonView(string Code, string Text, string? Subject, IReadOnlyList<ReasonView> Because);
