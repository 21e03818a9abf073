namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>A time that is left out of training.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
internal sealed record DetectorRange(DateTimeOffset From, DateTimeOffset To);
