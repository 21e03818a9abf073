namespace Orrery.Services.S3.Rules.Access;

/// <summary>Whom access control lists name. Source: S3 user guide, "Access control list (ACL) overview".</summary>
internal static class Grantees
{
    /// <summary>Everybody.</summary>
    public const string All = "http://acs.amazonaws.com/groups/global/AllUsers";

    /// <summary>Whoever signs, with the keys of any account.</summary>
    public const string Authenticated = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

    /// <summary>Who delivers logs.</summary>
    public const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    /// <summary>The account by which Amazon EC2 reads bundles of images (za-team). Source: what GetObjectAcl answers
    /// after aws-exec-read, as sources of many clients have it.</summary>
    public const string MachineImages = "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";

    /// <summary>Whether it is a group.</summary>
    public static bool IsGroup(string grantee) => grantee.StartsWith("http", StringComparison.Ordinal);

    /// <summary>Whether it is a group that makes what it is granted public.</summary>
    public static bool IsPublic(string grantee) => grantee is All or Authenticated;

    /// <summary>A group, checked.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static string Group(string uri) => uri is All or Authenticated or LogDelivery
        ? uri
        : throw Errors.InvalidArgument("Invalid group uri", "uri", uri);

    /// <summary>A canonical user id, checked.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static string User(string id) =>
        id.Length == 64 && !id.AsSpan().ContainsAnyExcept("0123456789abcdef")
            ? id
            : throw Errors.InvalidArgument("Invalid id", "id", id);
}
