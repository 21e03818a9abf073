namespace Orrery.Services.CloudWatch.Records;

/// <summary>A dashboard.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Body">What it shows: the JSON as it was put.</param>
/// <param name="ModifiedAt">When it was last put.</param>
public sealed record DashboardRecord(DashboardKey Key, string Body, DateTimeOffset ModifiedAt);
