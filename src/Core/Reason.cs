namespace Orrery.Core;

/// <summary>A node of the tree of reasons.</summary>
/// <param name="Code">A stable code, AWS's own where there is one (for example <c>NO_ROUTE_TO_DESTINATION</c>).</param>
/// <param name="Text">The reason as a sentence that a person understands.</param>
/// <param name="Subject">The id of the resource that it is about, or null.</param>
/// <param name="Because">What it rests on.</param>
public sealed record Reason(string Code, string Text, string? Subject, IReadOnlyList<Reason> Because)
{
    /// <summary>A reason that rests on nothing further.</summary>
    public static Reason Of(string code, string text, string? subject = null) => new(code, text, subject, []);
}
