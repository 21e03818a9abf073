namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>A finding.</summary>
internal sealed record FindingRecord
{
    /// <summary>Its id: made of what it is about, so that the same is found again.</summary>
    public required AnalyzerKey Id { get; init; }

    /// <summary>The analyzer.</summary>
    public required string Analyzer { get; init; }

    /// <summary>What was found.</summary>
    public required FindingType Type { get; init; }

    /// <summary>The ARN of the resource, user or role.</summary>
    public required string Resource { get; init; }

    /// <summary>What that is, for example <c>AWS::SQS::Queue</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Account { get; init; }

    /// <summary>External access: who has it, for example <c>AWS</c> and an account.</summary>
    public IReadOnlyDictionary<string, string>? Principal { get; init; }

    /// <summary>External access: what they may.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>External access: under which conditions.</summary>
    public IReadOnlyDictionary<string, string> Conditions { get; init; } = new Dictionary<string, string>();

    /// <summary>External access: whether everybody has it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>External access: the ARN of the access point through which; null where by policies of the resource.
    /// </summary>
    public string? AccessPoint { get; init; }

    /// <summary>External access: what resource control policies had to say.</summary>
    public ResourceControlPolicyRestriction Restriction { get; init; }

    /// <summary>Unused access: the key.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Unused access: the last use of the role, key or password.</summary>
    public DateTimeOffset? LastAccessed { get; init; }

    /// <summary>Unused access: the services, or actions of services, that are not used.</summary>
    public IReadOnlyList<UnusedRecord> Unused { get; init; } = [];

    /// <summary>When it was found.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it was put aside.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether its cause is gone.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Where it stands.</summary>
    public FindingStatus Status => IsResolved ? FindingStatus.Resolved
        : IsArchived ? FindingStatus.Archived
        : FindingStatus.Active;

    /// <summary>Whether another says the same of the same.</summary>
    public bool Says(FindingRecord other) =>
        Actions.SequenceEqual(other.Actions) && IsPublic == other.IsPublic && Restriction == other.Restriction
        && LastAccessed == other.LastAccessed
        && Unused.Select(u => u.ToText()).SequenceEqual(other.Unused.Select(u => u.ToText()));
}
