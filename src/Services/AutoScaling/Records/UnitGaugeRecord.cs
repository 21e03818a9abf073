namespace Orrery.Services.AutoScaling.Records;

/// <summary>What a group had at an instant, in units.</summary>
/// <param name="InService">What is in service.</param>
/// <param name="Pending">What comes.</param>
/// <param name="Standby">What is set aside.</param>
/// <param name="Terminating">What goes.</param>
/// <param name="Retained">What is kept because a hook was abandoned.</param>
public sealed record UnitGaugeRecord(int InService, int Pending, int Standby, int Terminating, int Retained)
{
    /// <summary>All of it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Total => InService + Pending + Standby + Terminating + Retained;
}
