namespace Orrery.Services.Iam.Records;

/// <summary>Temporary credentials and whose they are. Valid until their expiration on the virtual clock.</summary>
public sealed record SessionRecord
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
}
