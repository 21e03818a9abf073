namespace Orrery.Services.Iam.Records;

/// <summary>Temporary credentials and whose they are. Valid until their expiration on the virtual clock.</summary>
internal sealed record SessionRecord
{
    /// <summary>The temporary access key id.</summary>
    public required AccessKeyId Id { get; init; }

    /// <summary>The secret that signs.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The token that every request must carry.</summary>
    public required string SessionToken { get; init; }

    /// <summary>The account of the principal.</summary>
    public required string Account { get; init; }

    /// <summary>The principal, for example <c>arn:aws:sts::123456789012:assumed-role/Admin/me</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>The principal's unique id, for example <c>AROA…:me</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>When it stops working.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>The source identity given to AssumeRole; it cannot be changed afterwards.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>The unique id of the user or role whose permissions it has; null for the root user.</summary>
    public string? Issuer { get; init; }

    /// <summary>The session policy that was passed in.</summary>
    public string? Policy { get; init; }

    /// <summary>The managed policies that were passed in as session policies.</summary>
    public IReadOnlyList<string>? PolicyArns { get; init; }

    /// <summary>The session tags, inherited ones among them.</summary>
    public IReadOnlyList<Pair>? Tags { get; init; }

    /// <summary>The keys of the tags that go on to the next session of a chain.</summary>
    public IReadOnlyList<string>? Transitive { get; init; }

    /// <summary>When the second factor was shown that it was made with.</summary>
    public DateTimeOffset? MfaAt { get; init; }

    /// <summary>The provider that vouched for who asked.</summary>
    public string? Provider { get; init; }

    /// <summary>The service for which it was made, for example <c>ec2.amazonaws.com</c>; null for none.</summary>
    public string? Service { get; init; }

    /// <summary>Whether it is that of a federated user.</summary>
    public bool IsFederated { get; init; }
}
