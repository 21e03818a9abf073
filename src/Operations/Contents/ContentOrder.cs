using Orrery.Contracts.Contents;
using Orrery.Core;
using Orrery.Wire.Checksums;

namespace Orrery.Operations.Contents;

/// <summary>What an operation wants of bytes before it runs.</summary>
public sealed record ContentOrder
{
    /// <summary>Nothing is taken in.</summary>
    public static ContentOrder Nothing { get; } = new();

    /// <summary>Whether the body of the request is taken in.</summary>
    public bool TakesBody { get; init; }

    /// <summary>Kept bytes that are read instead, one run after the other.</summary>
    public IReadOnlyList<ContentPiece> Pieces { get; init; } = [];

    /// <summary>Whether what is read is kept anew; else only its checksums are taken.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>The checksums that are taken on the way.</summary>
    public DigestKind Digests { get; init; }

    /// <summary>The most bytes.</summary>
    public long Limit { get; init; } = long.MaxValue;

    /// <summary>The refusal of more bytes than the limit.</summary>
    public Func<long, ServiceException>? TooLong { get; init; }

    /// <summary>The refusal of a body whose length was not announced; null where it may be left out.</summary>
    public Func<ServiceException>? NoLength { get; init; }

    /// <summary>The refusal of a body that ended before its announced length.</summary>
    public Func<ServiceException>? Incomplete { get; init; }
}
