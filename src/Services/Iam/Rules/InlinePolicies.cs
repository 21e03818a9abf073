namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Inline policies of users, groups and roles. Their sizes add up. Source: IAM User Guide, "IAM and STS quotas".
/// </summary>
internal static class InlinePolicies
{
    /// <summary>How many characters a user takes in all.</summary>
    public const int UserSize = 2048;
    /// <summary>How many characters a group takes in all.</summary>
    public const int GroupSize = 5120;
    /// <summary>How many characters a role takes in all.</summary>
    public const int RoleSize = 10240;

    /// <summary>Adds a policy or replaces the one of that name.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocument, LimitExceeded.</exception>
    public static void Put(Call call, HolderRecord holder, string name, string document)
    {
        var inline = Pairs.With(holder.Inline, name, Documents.Identity(document));
        var (kind, limit) = Limit(holder);
        if (inline.Sum(p => Documents.Length(p.Value)) > limit)
            throw Errors.Limit($"Maximum policy size of {limit} bytes exceeded for {kind} {holder.Name}");
        Holders.Put(call, holder with { Inline = inline });
    }

    /// <summary>The document of a policy.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static string Get(HolderRecord holder, string name) =>
        Pairs.Find(holder.Inline, name)
        ?? throw Errors.NoSuchEntity($"The {Limit(holder).Kind} policy with name {name} cannot be found.");

    /// <summary>Removes a policy.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static void Delete(Call call, HolderRecord holder, string name)
    {
        Get(holder, name);
        Holders.Put(call, holder with { Inline = Pairs.Without(holder.Inline, name) });
    }

    /// <summary>A page of their names.</summary>
    public static Page<string> Page(HolderRecord holder, string? marker, int? size) =>
        Views.Page.Of(
            holder.Inline.Select(p => p.Key).Order(StringComparer.Ordinal), name => name, marker, size);

    private static (string Kind, int Bytes) Limit(HolderRecord holder) => holder switch
    {
        UserRecord => ("user", UserSize),
        GroupRecord => ("group", GroupSize),
        _ => ("role", RoleSize),
    };
}
