using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>When the policies of a group are asked next, because alarms go on.</summary>
/// <param name="Group">The group.</param>
/// <param name="Asked">When they were last asked, or the instant from which the minutes are counted.</param>
/// <param name="Due">When they are asked next.</param>
public sealed record AskRecord(string Group, DateTimeOffset Asked, DateTimeOffset Due)
{
    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => new(Group);
}
