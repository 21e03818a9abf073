namespace Orrery.Services.S3.Rules.Access;

/// <summary>The access control list that the headers of a request ask for.</summary>
internal sealed record AclWish
{
    /// <summary>x-amz-acl, or null.</summary>
    public string? Canned { get; init; }

    /// <summary>x-amz-grant-full-control, or null.</summary>
    public string? FullControl { get; init; }

    /// <summary>x-amz-grant-read, or null.</summary>
    public string? Read { get; init; }

    /// <summary>x-amz-grant-read-acp, or null.</summary>
    public string? ReadAcp { get; init; }

    /// <summary>x-amz-grant-write, or null.</summary>
    public string? Write { get; init; }

    /// <summary>x-amz-grant-write-acp, or null.</summary>
    public string? WriteAcp { get; init; }

    /// <summary>Whether grants are named.</summary>
    public bool HasGrants => (FullControl ?? Read ?? ReadAcp ?? Write ?? WriteAcp) is not null;

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Canned is null && !HasGrants;
}
