namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>An operation begins to wait for its replication, or has come to its end.</summary>
/// <param name="IsEnd">Whether it has.</param>
/// <param name="Begun">When it began.</param>
/// <param name="Bytes">The bytes that are to be replicated.</param>
internal readonly record struct FollowStep(bool IsEnd, DateTimeOffset Begun, long Bytes);
