using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>Where the activities of a group are: so that the next one finds its place without reading them.</summary>
/// <param name="Group">The group.</param>
/// <param name="At">The instant of its newest activity.</param>
/// <param name="Place">The place of that among those of the instant, from 0.</param>
/// <param name="Count">How many there were since this was kept.</param>
public sealed record ActivityMarkRecord(string Group, DateTimeOffset At, int Place, long Count)
{
    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => new(Group);
}
