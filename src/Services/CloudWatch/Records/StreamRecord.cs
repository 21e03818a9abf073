namespace Orrery.Services.CloudWatch.Records;

/// <summary>The points of a metric in one unit: AWS keeps units apart.</summary>
/// <param name="Number">What the rows of its points are called by.</param>
/// <param name="Unit">The unit, as AWS writes it.</param>
public sealed record StreamRecord(long Number, string Unit);
