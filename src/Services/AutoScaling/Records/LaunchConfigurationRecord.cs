using Orrery.Contracts.Instances;
using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>A launch configuration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Parameters">What instances are launched with.</param>
public sealed record LaunchConfigurationRecord(
    string Name, string Arn, DateTimeOffset Created, SupplyParameters Parameters)
{
    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => new(Name);
}
