namespace Orrery.Contracts.Flows;

/// <summary>Where the records of a flow log go.</summary>
/// <param name="FlowLogId">The flow log.</param>
/// <param name="DestinationType"><c>cloud-watch-logs</c> or <c>s3</c>.</param>
/// <param name="Destination">The name of the log group, or the ARN of the bucket with its folder.</param>
public sealed record FlowLogTarget(string FlowLogId, string DestinationType, string Destination)
{
    /// <summary>The bucket and the folder below which all objects are put; null for a log group.</summary>
    public string? Folder { get; init; }

    /// <summary>The ARN of the role with which records are written; null for a bucket.</summary>
    public string? Role { get; init; }
}
