namespace Orrery.Services.Ec2.Records;

/// <summary>One end of a path of a Network Access Scope.</summary>
public sealed record PathStatementRecord
{
    /// <summary>Which packets.</summary>
    public HeaderStatementRecord? Header { get; init; }

    /// <summary>Which resources; null for any.</summary>
    public ResourceStatementRecord? Resources { get; init; }
}
