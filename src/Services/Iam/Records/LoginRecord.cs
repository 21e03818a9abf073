namespace Orrery.Services.Iam.Records;

/// <summary>The console password of a user: never the password itself.</summary>
internal sealed record LoginRecord
{
    /// <summary>When the login profile was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the password was set.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The hash of the password, then those of earlier ones, newest first; each with its own salt.</summary>
    public required IReadOnlyList<string> Hashes { get; init; }

    /// <summary>Whether the user has to set another one at the next sign-in.</summary>
    public bool ResetRequired { get; init; }
}
