namespace Orrery.Services.SecretsManager.Records;

/// <summary>When a secret is rotated, as it was asked for.</summary>
/// <param name="AfterDays">So many days after the last rotation; null where an expression tells.</param>
/// <param name="Expression">A rate or cron expression; null where days tell.</param>
/// <param name="Duration">How long the window is, for example <c>3h</c>; null for what AWS takes.</param>
internal sealed record RotationSchedule(long? AfterDays, string? Expression, string? Duration);
