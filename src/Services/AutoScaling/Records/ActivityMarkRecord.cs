using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>
/// Where the activities of a group are, and how its policies decided last: so that the next activity finds its place,
/// and the next decision the one before it, without reading them.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="At">The instant of its newest activity.</param>
/// <param name="Place">The place of that among those of the instant, from 0.</param>
/// <param name="Count">How many there were since this was kept.</param>
public sealed record ActivityMarkRecord(string Group, DateTimeOffset At, int Place, long Count)
{
    /// <summary>The newest decision; null where none was made since this was kept.</summary>
    public DecisionMarkRecord? Decided { get; init; }

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => new(Group);
}
