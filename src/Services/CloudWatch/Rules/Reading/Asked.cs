namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>What a request for data says beside its queries.</summary>
/// <param name="Zone">How far from UTC the times in labels are.</param>
internal sealed record Asked(TimeSpan Zone);
