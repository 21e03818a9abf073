using Orrery.Kernel.State;

namespace Orrery.Services.S3.Rules.Points;

/// <summary>
/// The ARN of an access point, or of an object through it. Source: S3 user guide, "Referencing access points with ARNs,
/// access point aliases, or virtual-hosted-style URIs".
/// </summary>
/// <param name="Scope">The account and region of the access point.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">The key of the object; null where it is the access point itself.</param>
internal readonly record struct PointAddress(Scope Scope, string Name, string? Key)
{
    private const string Start = "arn:aws:s3:";
    private const string Kind = "accesspoint/";
    private const string ObjectMark = "/object/";
    private const int Parts = 6;

    /// <summary>The ARN of the access point.</summary>
    public string Arn => $"{Start}{Scope.Region}:{Scope.Account}:{Kind}{Name}";

    /// <summary>Reads an ARN; null where it is of nothing of this kind.</summary>
    public static PointAddress? Read(string text)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal)) return null;
        if (text.Split(':', Parts) is not [_, _, _, { Length: > 0 } region, { Length: > 0 } account, var resource])
            return null;
        if (!resource.StartsWith(Kind, StringComparison.Ordinal)) return null;
        var name = resource[Kind.Length..];
        var mark = name.IndexOf(ObjectMark, StringComparison.Ordinal);
        var key = mark < 0 ? null : name[(mark + ObjectMark.Length)..];
        if (mark >= 0) name = name[..mark];
        return name.Length == 0 || name.Contains('/') ? null : new(new(account, region), name, key);
    }
}
