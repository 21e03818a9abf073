namespace Orrery.Services.Iam.Records;

/// <summary>An account as issuer of tokens.</summary>
internal sealed record TokenIssuerRecord
{
    /// <summary>The id in its address.</summary>
    public required IamKey Id { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>Whether it issues tokens now. Those that it issued can be checked all the same.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>The RSA key that signs: PKCS #8 in Base64.</summary>
    public required string RsaKey { get; init; }

    /// <summary>The key of the curve P-384 that signs: PKCS #8 in Base64.</summary>
    public required string CurveKey { get; init; }
}
