using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Condition keys of resources. Source: IAM User Guide, "AWS global condition context keys", "Properties of the
/// resource".
/// </summary>
internal static class ResourceKeys
{
    private const string ResourceTag = "aws:ResourceTag/";

    /// <summary>The values of a key; null where it is not about the resource.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arn">The resource.</param>
    /// <param name="account">Its account.</param>
    /// <param name="name">The key.</param>
    public static ContextValues? Find(ReadCall call, string arn, string account, string name)
    {
        if (name.StartsWith(ResourceTag, StringComparison.OrdinalIgnoreCase))
            return CallContext.One(TagsOf(call, arn).GetValueOrDefault(name[ResourceTag.Length..]));
        return name.ToUpperInvariant() switch
        {
            "AWS:RESOURCEACCOUNT" => new(account),
            "AWS:RESOURCEORGID" => CallContext.One(Fences.Of(call, account)?.Facts.Id),
            "AWS:RESOURCEORGPATHS" => CallContext.One(Fences.Of(call, account)?.Facts.Path),
            _ => PropertyOf(call, arn, name),
        };
    }

    /// <summary>The values of a key of a service about its resource; null where it is none.</summary>
    public static ContextValues? PropertyOf(ReadCall call, string arn, string name)
    {
        if (arn.Length < 2 || name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) return null;
        var service = Spelling.Part(arn, 2);
        foreach (var port in call.PortsOf<IResourceFacts>())
        {
            if (port.Service == service && port.ValuesOf(call, arn, name) is { } values)
                return CallContext.Many(values);
        }

        return null;
    }

    /// <summary>The account of a resource: the caller's, where its ARN tells none.</summary>
    public static string AccountOf(ReadCall call, string arn) =>
        Spelling.Part(arn, 4) is { Length: > 0 } account ? account : call.Account;

    /// <summary>The tags of a resource.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(ReadCall call, string arn)
    {
        var service = Spelling.Part(arn, 2);
        foreach (var port in call.PortsOf<IResourceFacts>())
        {
            if (port.Service == service && port.TagsOf(call, arn) is { } tags) return tags;
        }

        return new Dictionary<string, string>();
    }
}
