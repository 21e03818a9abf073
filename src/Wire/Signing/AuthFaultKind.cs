namespace Orrery.Wire.Signing;

/// <summary>What is wrong with a request's signature.</summary>
public enum AuthFaultKind
{
    /// <summary>There is none where one is needed.</summary>
    Missing,

    /// <summary>It cannot be parsed or lacks a part.</summary>
    Incomplete,

    /// <summary>It cannot be parsed or lacks a part, and stands in the query.</summary>
    IncompleteQuery,

    /// <summary>It is of another kind than SigV4 (SigV2, SigV4A).</summary>
    Unsupported,

    /// <summary>The world has no such key, or it is inactive.</summary>
    UnknownKey,

    /// <summary>The session token is missing or is not the key's.</summary>
    WrongToken,

    /// <summary>The temporary key's time has passed.</summary>
    ExpiredToken,

    /// <summary>The scope's date, service or terminator is wrong.</summary>
    WrongScope,

    /// <summary>It was signed too long ago, or too far in the future.</summary>
    Skewed,

    /// <summary>The presigned URL's time has passed.</summary>
    UrlExpired,

    /// <summary>The presigned URL's time has not begun.</summary>
    UrlNotYetValid,

    /// <summary>A header that must be signed is not.</summary>
    UnsignedHeader,

    /// <summary>The signature is another than the one computed.</summary>
    Mismatch,

    /// <summary>The body is another than the announced hash.</summary>
    PayloadMismatch,

    /// <summary>S3 only: the header with the payload hash is missing.</summary>
    NoPayloadHash,
}
