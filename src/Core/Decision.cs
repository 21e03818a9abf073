namespace Orrery.Core;

/// <summary>
/// A decision that explains itself: a yes or a no, the tree of reasons, and for a no the smallest changes that would
/// make it a yes. The same object feeds API answers, error texts, <c>orrery explain</c>, the console and the tests.
/// </summary>
/// <param name="Allowed">The outcome.</param>
/// <param name="Root">The reasons; the root states the outcome in one sentence.</param>
/// <param name="Remedies">For a no: each entry alone would make it a yes. Empty for a yes, or where nothing known
/// helps.</param>
public sealed record Decision(bool Allowed, Reason Root, IReadOnlyList<Remedy> Remedies)
{
    /// <summary>A yes for a reason.</summary>
    public static Decision Yes(Reason root) => new(true, root, []);

    /// <summary>A no for a reason, with what would lift it.</summary>
    public static Decision No(Reason root, params IReadOnlyList<Remedy> remedies) => new(false, root, remedies);
}
