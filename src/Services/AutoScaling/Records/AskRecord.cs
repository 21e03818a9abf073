using System.Text.Json.Serialization;
using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>When the policies of a group are asked next, because alarms go on.</summary>
/// <param name="Group">The group.</param>
/// <param name="Asked">When they were last asked, or the instant from which the minutes are counted.</param>
/// <param name="Due">When they are asked next.</param>
public sealed record AskRecord(string Group, DateTimeOffset Asked, DateTimeOffset Due)
{
    /// <summary>Whether they stand aside at that instant, for alarms that are looked at in it.</summary>
    public bool IsAside { get; init; }

    /// <summary>Its key.</summary>
    [JsonIgnore]
    public ScalingKey Key => new(Group);
}
