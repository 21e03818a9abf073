using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Records;

/// <summary>A resource policy of the account, or of one log group.</summary>
public sealed record PolicyRecord
{
    /// <summary>The name of an account's policy, or the ARN of the log group.</summary>
    public required TextKey Key { get; init; }

    /// <summary>The name; null where it is of a log group.</summary>
    public string? Name { get; init; }

    /// <summary>The log group; null where it is the account's.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The policy.</summary>
    public required string Document { get; init; }

    /// <summary>When it was last put.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Changes with each put.</summary>
    public required string Revision { get; init; }
}
