using Orrery.Core;

namespace Orrery.Contracts.Scaling;

/// <summary>Why a group has the size that it has at an instant.</summary>
/// <param name="Name">The group.</param>
/// <param name="At">The instant.</param>
/// <param name="Size">Its size.</param>
/// <param name="IsGood">Whether it has what it desires, and nothing stands in its way.</param>
public sealed record GroupExplanation(string Name, DateTimeOffset At, GroupSize Size, bool IsGood)
{
    /// <summary>What it has, by zone.</summary>
    public required IReadOnlyList<GroupZone> Zones { get; init; }

    /// <summary>Why it desires what it desires: the decision, and what that rests on down to the metric.</summary>
    public required Reason Why { get; init; }

    /// <summary>The policies: what each watches, and what it wants now.</summary>
    public required IReadOnlyList<GroupPolicy> Policies { get; init; }

    /// <summary>What holds it back.</summary>
    public required IReadOnlyList<Reason> Obstacles { get; init; }

    /// <summary>The last decisions, the newest first.</summary>
    public required IReadOnlyList<GroupDecision> History { get; init; }
}
