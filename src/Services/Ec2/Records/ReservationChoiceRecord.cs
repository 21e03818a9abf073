using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>Which Capacity Reservations an instance may run in, where it is not in any that is open.</summary>
/// <param name="Preference">None, or reservations only; null where a target says all.</param>
/// <param name="TargetId">The only reservation that it may run in.</param>
public sealed record ReservationChoiceRecord(CapacityReservationPreference? Preference, string? TargetId);
