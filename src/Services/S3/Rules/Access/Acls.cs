using System.Collections.Immutable;
using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>
/// Access control lists as they are sent and shown. Sources: S3 user guide, "Access control list (ACL) overview"; S3
/// API Reference, PutBucketAcl, PutObjectAcl.
/// </summary>
internal static class Acls
{
    private const int MostGrants = 100;
    private const string Full = "FULL_CONTROL";

    /// <summary>The list that headers ask for; null where the owner alone has everything.</summary>
    /// <param name="wish">The headers.</param>
    /// <param name="owner">The account that owns the bucket or object.</param>
    /// <param name="bucketOwner">The account that owns the bucket.</param>
    /// <exception cref="ServiceException">InvalidRequest, InvalidArgument.</exception>
    public static AclRecord? Of(AclWish wish, string owner, string bucketOwner)
    {
        if (wish.Canned is not null && wish.HasGrants)
            throw Errors.InvalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
        if (wish.HasGrants) return Checked(FromHeaders(wish));
        var own = new GrantRecord(CanonicalUser.IdOf(owner), Full);
        var bucketOwners = CanonicalUser.IdOf(bucketOwner);
        return wish.Canned switch
        {
            null or "private" => null,
            "public-read" => new([own, new(Grantees.All, "READ")]),
            "public-read-write" => new([own, new(Grantees.All, "READ"), new(Grantees.All, "WRITE")]),
            "authenticated-read" => new([own, new(Grantees.Authenticated, "READ")]),
            "aws-exec-read" => new([own, new(Grantees.MachineImages, "READ")]),
            "log-delivery-write" => new(
                [own, new(Grantees.LogDelivery, "WRITE"), new(Grantees.LogDelivery, "READ_ACP")]),
            "bucket-owner-read" when owner != bucketOwner => new([own, new(bucketOwners, "READ")]),
            "bucket-owner-full-control" when owner != bucketOwner => new([own, new(bucketOwners, Full)]),
            "bucket-owner-read" or "bucket-owner-full-control" => null,
            var other => throw Errors.NotServed($"the canned ACL {other}"),
        };
    }

    /// <summary>The list that a document is.</summary>
    /// <exception cref="ServiceException">MalformedACLError, AccessDenied, InvalidArgument.</exception>
    public static AclRecord? Of(AccessControlPolicy policy, string owner)
    {
        if (policy.Owner?.ID is { } id && id != CanonicalUser.IdOf(owner)) throw Errors.AccessDenied();
        if (policy.Grants is not { } grants || policy.Owner?.ID is null) throw Errors.MalformedAcl();
        return Checked(new([.. grants.Select(GrantOf)]));
    }

    /// <summary>Whether a list grants anything to everybody, or to whoever signs.</summary>
    public static bool IsPublic(AclRecord? acl) =>
        acl is not null && acl.Grants.Any(static grant => Grantees.IsPublic(grant.Grantee));

    /// <summary>Whether a list grants anything to another account than its owner's.</summary>
    public static bool IsShared(AclRecord? acl, string owner) =>
        acl is not null && acl.Grants.Any(grant => grant.Grantee != CanonicalUser.IdOf(owner));

    /// <summary>The list as answers show it.</summary>
    public static IReadOnlyList<Grant> View(AclRecord? acl, string owner) => acl is null
        ? [View(new(CanonicalUser.IdOf(owner), Full))]
        : [.. acl.Grants.Select(View)];

    private static Grant View(GrantRecord grant)
    {
        var isGroup = Grantees.IsGroup(grant.Grantee);
        return new()
        {
            Grantee = new()
            {
                Type = isGroup
                    ? Orrery.Wire.Generated.S3.Type.Group
                    : Orrery.Wire.Generated.S3.Type.CanonicalUser,
                ID = isGroup ? null : grant.Grantee,
                URI = isGroup ? grant.Grantee : null,
            },
            Permission = PermissionWire.Parse(grant.Permission),
        };
    }

    private static AclRecord FromHeaders(AclWish wish)
    {
        var grants = ImmutableList.CreateBuilder<GrantRecord>();
        Add(wish.FullControl, Full);
        Add(wish.Read, "READ");
        Add(wish.Write, "WRITE");
        Add(wish.ReadAcp, "READ_ACP");
        Add(wish.WriteAcp, "WRITE_ACP");
        return new(grants.ToImmutable());

        void Add(string? header, string permission)
        {
            foreach (var one in (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
                grants.Add(new(GranteeOf(one.Trim()), permission));
        }
    }

    private static string GranteeOf(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) throw Errors.InvalidArgument("Argument format not recognized", "grant", text);
        var value = text[(equals + 1)..].Trim().Trim('"');
        return text[..equals].Trim() switch
        {
            "id" => Grantees.User(value),
            "uri" => Grantees.Group(value),
            "emailAddress" => throw Errors.NoEmail(value),
            _ => throw Errors.InvalidArgument("Argument format not recognized", "grant", text),
        };
    }

    private static GrantRecord GrantOf(Grant sent)
    {
        if (sent.Permission is not { } permission || sent.Grantee is not { } grantee) throw Errors.MalformedAcl();
        if (grantee.EmailAddress is { } email) throw Errors.NoEmail(email);
        var name = grantee switch
        {
            { ID: { } id } => Grantees.User(id),
            { URI: { } uri } => Grantees.Group(uri),
            _ => throw Errors.MalformedAcl(),
        };
        return new(name, permission.ToWire());
    }

    private static AclRecord Checked(AclRecord acl) =>
        acl.Grants.Count <= MostGrants ? acl : throw Errors.MalformedAcl();
}
