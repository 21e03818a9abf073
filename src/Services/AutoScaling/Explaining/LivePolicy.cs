using Orrery.Contracts.Alarms;
using Orrery.Engines.Scaling;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Explaining;

/// <summary>A policy, its alarms, and what it would decide now.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Alarms">All its alarms.</param>
/// <param name="Decision">What it would decide; null where it is off, or no alarm asks it.</param>
internal sealed record LivePolicy(
    PolicyRecord Policy, IReadOnlyList<KeptAlarm> Alarms, CapacityDecision? Decision);
