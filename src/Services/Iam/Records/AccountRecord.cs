using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>What belongs to an account as a whole: one record in its scope.</summary>
internal sealed record AccountRecord
{
    /// <summary>The key of the one record.</summary>
    public static readonly IamKey Only = new("account");

    /// <summary>The key in its table.</summary>
    [JsonIgnore]
    public IamKey Key => Only;

    /// <summary>The alias.</summary>
    public string? Alias { get; init; }

    /// <summary>What passwords must be, when that was set.</summary>
    public PasswordRulesRecord? PasswordRules { get; init; }

    /// <summary>When the last credential report was made.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>The last credential report.</summary>
    public string? Report { get; init; }

    /// <summary>Whether a credential report is being made.</summary>
    public bool ReportIsComing { get; init; }

    /// <summary>Whether the root user has no password: it was taken away, or the account began without.</summary>
    public bool HasNoRootPassword { get; init; }

    /// <summary>When the root user was let have a password again; null where it had one from the start.</summary>
    public DateTimeOffset? RootPasswordAt { get; init; }

    /// <summary>What was centralized of the root users of the organization that the account manages.</summary>
    public RootAccessRecord? RootAccess { get; init; }

    /// <summary>The version of the tokens that the global endpoint of STS gives out.</summary>
    public string? TokenVersion { get; init; }
}
