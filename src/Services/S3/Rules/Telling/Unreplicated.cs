namespace Orrery.Services.S3.Rules.Telling;

/// <summary>A replication that failed.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Target">The ARN of the bucket it should have gone to.</param>
/// <param name="Reason">One of S3 user guide, "Amazon S3 replication failure reasons".</param>
internal sealed record Unreplicated(string Rule, string Target, string Reason);
