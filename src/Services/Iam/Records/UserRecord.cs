namespace Orrery.Services.Iam.Records;

/// <summary>A user.</summary>
internal sealed record UserRecord : HolderRecord
{
    /// <summary>The unique ids of the groups that it is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Its console password, when it has one.</summary>
    public LoginRecord? Login { get; init; }
}
