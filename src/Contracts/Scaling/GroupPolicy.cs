namespace Orrery.Contracts.Scaling;

/// <summary>A policy of a group as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">For example TargetTrackingScaling.</param>
/// <param name="Alarms">Its alarms.</param>
/// <param name="Wants">The capacity that it would set now; null where it leaves things as they are.</param>
/// <param name="Says">Why, in a sentence.</param>
/// <param name="IsWinner">Whether the desired capacity is what it decided.</param>
public sealed record GroupPolicy(
    string Name, string Kind, IReadOnlyList<GroupAlarm> Alarms, int? Wants, string Says, bool IsWinner);
