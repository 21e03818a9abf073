namespace Orrery.Services.Iam.Records;

/// <summary>An SSH public key of a user.</summary>
internal sealed record SshKeyRecord
{
    /// <summary>Its id.</summary>
    public required IamKey Id { get; init; }

    /// <summary>The unique id of its user.</summary>
    public required string User { get; init; }

    /// <summary>The key in the form of SSH, without a comment.</summary>
    public required string Body { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Whether it works.</summary>
    public bool IsActive { get; init; } = true;
}
