namespace Orrery.Services.Iam.Records;

/// <summary>A certificate that a user signs with.</summary>
internal sealed record SigningCertificateRecord
{
    /// <summary>Its id.</summary>
    public required IamKey Id { get; init; }

    /// <summary>The unique id of its user; the account's for the root user.</summary>
    public required string User { get; init; }

    /// <summary>The certificate, as PEM.</summary>
    public required string Body { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Whether it works.</summary>
    public bool IsActive { get; init; } = true;
}
