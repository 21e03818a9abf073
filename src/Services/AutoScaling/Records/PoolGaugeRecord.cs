namespace Orrery.Services.AutoScaling.Records;

/// <summary>What a warm pool has, in the units of its group, from an instant on.</summary>
/// <param name="Min">The least that it keeps.</param>
/// <param name="Desired">How much it shall have.</param>
/// <param name="Pending">What comes.</param>
/// <param name="Warmed">What is ready.</param>
/// <param name="Terminating">What goes.</param>
/// <param name="PendingRetained">What is kept on its way back.</param>
/// <param name="TerminatingRetained">What is kept on its way out.</param>
public sealed record PoolGaugeRecord(
    int Min, int Desired, int Pending, int Warmed, int Terminating, int PendingRetained, int TerminatingRetained)
{
    /// <summary>All that it has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Total => Pending + Warmed + Terminating + PendingRetained + TerminatingRetained;
}
