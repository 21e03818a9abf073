using Orrery.Engines.Scaling.Maintenance;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>An instance maintenance policy.</summary>
/// <param name="Min">The least that is healthy while instances are replaced, in percent.</param>
/// <param name="Max">The most that there is, in percent.</param>
public sealed record MaintenanceRecord(int Min, int Max)
{
    /// <summary>The policy as a range.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public HealthyRange Range => new(Min, Max);
}
